package dev.glovebox.simulate;

/**
 * What stays the same about a vehicle.
 *
 * @param index in the fleet
 * @param firstHome until it changes hands
 * @param lastHome afterwards; the same for most
 * @param changeMicros when it changes hands
 * @param typedFromMicros from when on its firmware sends typed arms
 * @param passes the place on its way to work, or null
 * @param brakesHard whether it does so once
 */
record Profile(
    int index,
    String vin,
    Draws draws,
    City city,
    Habit habit,
    Spot firstHome,
    Spot lastHome,
    Spot work,
    long changeMicros,
    Model model,
    int modelYear,
    long typedFromMicros,
    Place passes,
    boolean brakesHard) {

  /** How a vehicle is used. */
  enum Habit {
    COMMUTER,
    FAMILY,
    RIDE_HAILING
  }

  /** What a vehicle is; consumption in kWh a kilometre, range in miles. */
  enum Model {
    MODEL_3("Model 3", "Model3", 60, 0.142, 272),
    MODEL_3_LONG("Model 3 Long Range", "Model3", 78.4, 0.148, 358),
    MODEL_Y("Model Y", "ModelY", 62.5, 0.158, 260),
    MODEL_Y_LONG("Model Y Long Range", "ModelY", 82, 0.163, 330);

    final String title;
    final String carType;
    final double batteryKwh;
    final double kwhPerKilometer;
    final double ratedMiles;

    Model(
        String title,
        String carType,
        double batteryKwh,
        double kwhPerKilometer,
        double ratedMiles) {
      this.title = title;
      this.carType = carType;
      this.batteryKwh = batteryKwh;
      this.kwhPerKilometer = kwhPerKilometer;
      this.ratedMiles = ratedMiles;
    }
  }

  /** Percent of the battery that a distance takes. */
  double percentFor(double meters) {
    return meters / 1_000 * model.kwhPerKilometer / model.batteryKwh * 100;
  }

  Spot homeAt(long micros) {
    return micros < changeMicros ? firstHome : lastHome;
  }

  boolean typedAt(long micros) {
    return micros >= typedFromMicros;
  }
}
