package dev.glovebox.trip;

/** How far a vehicle went by its speed, for those that send no odometer. */
final class BySpeed {

  private static final double MICROS_AN_HOUR = 3.6e9;

  private double kilometers = Double.NaN;
  private double standingKmh;
  private long fromMicros;

  private BySpeed() {}

  /** Kilometres; NaN where fewer than two speeds tell. A gap adds nothing. */
  static double km(Session session) {
    BySpeed sum = new BySpeed();
    sum.fromMicros = Long.MIN_VALUE;
    session.follow(Quantity.SPEED, sum::add);
    return sum.kilometers;
  }

  private void add(long micros, double kmh) {
    if (fromMicros != Long.MIN_VALUE) {
      long lasted = micros - fromMicros;
      double added = (standingKmh + kmh) / 2 * lasted / MICROS_AN_HOUR;
      double before = Double.isNaN(kilometers) ? 0 : kilometers;
      kilometers = lasted > Limits.DRIVE_GAP ? before : before + added;
    }
    fromMicros = micros;
    standingKmh = kmh;
  }
}
