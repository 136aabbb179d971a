package dev.glovebox.simulate;

import java.time.LocalDate;

/** The days and hours of the simulated period, in microseconds since the epoch. */
record Calendar(LocalDate start, int days, long startMicros) {

  static final long SECOND = 1_000_000;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  static Calendar of(FleetOptions options) {
    long seconds = options.start().atStartOfDay(options.zone()).toEpochSecond();
    return new Calendar(options.start(), options.days(), seconds * SECOND);
  }

  long endMicros() {
    return startMicros + days * DAY;
  }

  /** The beginning of an hour of a day, both from 0. */
  long at(int day, double hour) {
    return startMicros + day * DAY + (long) (hour * HOUR);
  }

  int day(long micros) {
    return (int) Math.floorDiv(micros - startMicros, DAY);
  }

  double hourOfDay(long micros) {
    return (double) Math.floorMod(micros - startMicros, DAY) / HOUR;
  }

  LocalDate date(int day) {
    return start.plusDays(day);
  }
}
