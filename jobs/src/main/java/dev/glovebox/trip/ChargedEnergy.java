package dev.glovebox.trip;

/**
 * The energy that a charge put into the battery, by whatever the vehicle tells best: the counter at
 * the battery, the energy that is left in it, the counter of the charger, which has its losses in.
 */
final class ChargedEnergy {

  private static final double GREATEST_KW = 1_000;
  private static final double SLACK_KWH = 1;
  private static final double MICROS_AN_HOUR = 3.6e9;

  private record Mark(long micros, double kwh) {}

  private double sum = Double.NaN;

  private ChargedEnergy() {}

  /** NaN where nothing tells. */
  static double kwh(Session session) {
    double atBattery = counted(session, Quantity.BATTERY_ENERGY);
    if (!Double.isNaN(atBattery)) {
      return atBattery;
    }
    double left = -session.fall(Quantity.ENERGY_REMAINING);
    return Double.isNaN(left) ? counted(session, Quantity.AC_ENERGY) : left;
  }

  /** A counter that begins again counts on from there. */
  private static double counted(Session session, Quantity counter) {
    ChargedEnergy energy = new ChargedEnergy();
    Believed<Mark> marks = new Believed<>(ChargedEnergy::isPossible);
    session.follow(
        counter, (micros, kwh) -> marks.next(new Mark(micros, kwh)).ifPresent(energy::add));
    return energy.sum;
  }

  private void add(Believed.Taken<Mark> step) {
    sum = (Double.isNaN(sum) ? 0 : sum) + step.to().kwh() - step.from().kwh();
  }

  private static boolean isPossible(Mark from, Mark to) {
    double kwh = to.kwh() - from.kwh();
    double hours = (to.micros() - from.micros()) / MICROS_AN_HOUR;
    return kwh >= 0 && kwh <= GREATEST_KW * hours + SLACK_KWH;
  }
}
