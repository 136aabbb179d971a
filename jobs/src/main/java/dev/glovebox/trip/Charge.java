package dev.glovebox.trip;

import java.util.List;

/**
 * One charging session of one vehicle in one holder's hands. A number that is not known is NaN, a
 * text null.
 *
 * @param startMicros since the epoch
 * @param energyKwh put into the battery
 * @param currentKind {@code AC} or {@code DC}
 * @param placeKind {@code home}, {@code fast-charger} or {@code other}
 * @param place where it was, if released; null if not
 * @param batchDays batch dates of all that it is made of, in days since the epoch, in order
 */
public record Charge(
    long startMicros,
    long endMicros,
    double energyKwh,
    double startSocPercent,
    double endSocPercent,
    String currentKind,
    double peakPowerKw,
    String placeKind,
    TrackPoint place,
    double odometerKm,
    double outsideCelsius,
    List<Gap> gaps,
    List<Integer> batchDays) {

  private static final double MICROS_A_SECOND = 1e6;
  private static final String ALTERNATING = "AC";
  private static final String DIRECT = "DC";

  public Charge {
    gaps = List.copyOf(gaps);
    batchDays = List.copyOf(batchDays);
  }

  static Charge of(Session session) {
    String current = currentKind(session);
    return new Charge(
        session.startMicros(),
        session.endMicros(),
        Numbers.rounded(ChargedEnergy.kwh(session)),
        session.first(session.charge()),
        session.last(session.charge()),
        current,
        session.greatest(Segments::power),
        placeKind(session, current),
        place(session),
        session.first(Quantity.ODOMETER),
        Numbers.rounded(session.mean(Quantity.OUTSIDE_TEMPERATURE)),
        session.gaps(Limits.CHARGE_GAP),
        session.batchDays());
  }

  /** Whether anything was charged, as far as is known. */
  boolean isCharge() {
    return endMicros > startMicros;
  }

  /** From the first instant to the last. */
  public double seconds() {
    return (endMicros - startMicros) / MICROS_A_SECOND;
  }

  private static String currentKind(Session session) {
    boolean direct =
        session.greatest(reading -> reading.value(Quantity.DC_POWER)) > Segments.CHARGING_KW
            || session.isTold(Quantity.FAST_CHARGER);
    if (direct) {
      return DIRECT;
    }
    boolean alternating =
        session.greatest(reading -> reading.value(Quantity.AC_POWER)) > Segments.CHARGING_KW
            || session.fall(Quantity.AC_ENERGY) < 0
            || session.isDenied(Quantity.FAST_CHARGER);
    return alternating ? ALTERNATING : null;
  }

  /** By what the vehicle says of where it is, since nobody's home follows from one charge. */
  private static String placeKind(Session session, String current) {
    if (DIRECT.equals(current)) {
      return "fast-charger";
    }
    if (session.isTold(Quantity.AT_HOME) || session.isTold(Quantity.HOME_LINK)) {
      return "home";
    }
    return session.isDenied(Quantity.AT_HOME) ? "other" : null;
  }

  private static TrackPoint place(Session session) {
    double latitude = session.first(Quantity.LATITUDE);
    double longitude = session.first(Quantity.LONGITUDE);
    return Double.isNaN(latitude) || Double.isNaN(longitude)
        ? null
        : new TrackPoint(session.startMicros(), latitude, longitude);
  }

  /** Says nothing of where anybody was. */
  @Override
  public String toString() {
    return "Charge";
  }
}
