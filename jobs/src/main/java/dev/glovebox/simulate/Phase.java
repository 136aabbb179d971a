package dev.glovebox.simulate;

/**
 * A stretch of a vehicle's time in which it does one thing. Its messages fall on ticks: the first
 * at its very beginning, the others about a period apart, never in order to be remembered but so
 * that each can be found again on its own.
 *
 * @param index in the vehicle's timeline
 * @param draws of what happens in it
 * @param startMicros whole milliseconds
 * @param meters on the odometer at the beginning
 * @param percent of charge at the beginning
 * @param percentPerHour while charging from alternating current, otherwise 0
 * @param spot where it stands; where it goes while driving
 * @param drive null unless driving
 * @param from where a drive begins, otherwise null
 */
record Phase(
    int index,
    Draws draws,
    Kind kind,
    long startMicros,
    long endMicros,
    long periodMicros,
    double meters,
    double percent,
    double percentPerHour,
    Spot spot,
    Drive drive,
    Spot from) {

  static final double FULL_PERCENT = 90;
  private static final double FAST_HOURS = 0.55;
  private static final double JITTER = 0.3;
  private static final double FINE_SHARE = 0.1;

  enum Kind {
    PARKED,
    DRIVING,
    CHARGING,
    FAST_CHARGING
  }

  /** How many ticks it has, at least 1. */
  int ticks() {
    long span = endMicros - startMicros - (long) (periodMicros * (JITTER + 0.01));
    return span <= 0 ? 1 : (int) ((span - 1) / periodMicros) + 1;
  }

  /** The instant of a tick; whole milliseconds, or now and then tens of microseconds. */
  long tickMicros(int tick) {
    if (tick == 0) {
      return startMicros;
    }
    long late = (long) (draws.unit(tick) * periodMicros * JITTER);
    long grain = draws.unit(tick, 1) < FINE_SHARE ? 10 : 1_000;
    return startMicros + tick * periodMicros + late / grain * grain;
  }

  /** The first tick that may be at an instant or after it. */
  int tickBefore(long micros) {
    long since = micros - startMicros;
    return since <= 0 ? 0 : (int) Math.max(0, since / periodMicros - 1);
  }

  double secondsIn(long micros) {
    return (micros - startMicros) / 1e6;
  }

  /** Percent of charge while charging. */
  double chargedPercent(long micros) {
    double hours = secondsIn(micros) / 3_600;
    if (kind == Kind.CHARGING) {
      return Math.min(Math.max(FULL_PERCENT, percent), percent + percentPerHour * hours);
    }
    double missing = Math.max(0, FULL_PERCENT - percent);
    return FULL_PERCENT - missing * fading(hours / FAST_HOURS);
  }

  /** Close to exp(-x), without asking how this machine rounds it. */
  private static double fading(double x) {
    double step = 1 / (1 + x / 16 + x * x / 512);
    double squared = step * step;
    double fourth = squared * squared;
    double eighth = fourth * fourth;
    return eighth * eighth;
  }

  /**
   * Whether its messages arrive a day later. Late drives end well within their day, and not on the
   * last, so that they do arrive.
   */
  boolean isLate(FleetOptions options, Calendar calendar) {
    int day = calendar.day(startMicros);
    return kind == Kind.DRIVING
        && day == calendar.day(endMicros + Calendar.HOUR)
        && day < calendar.days() - 1
        && draws.chance(-9, options.rates().of(Rate.LATE_DRIVE));
  }
}
