package dev.glovebox.publishing;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days and months of instants in the configured zone; remembers the day it was asked last. */
final class Days implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int MONTHS = 12;

  private final ZoneId zone;
  private long startMicros = 0;
  private long endMicros = 0;
  private int day;
  private int month;
  private long nextMonthMicros;

  Days(ZoneId zone) {
    this.zone = zone;
  }

  /** The month of an instant, in months since year 0. */
  int month(long instantMicros) {
    find(instantMicros);
    return month;
  }

  /** The day of an instant, in days since the epoch. */
  int day(long instantMicros) {
    find(instantMicros);
    return day;
  }

  /** The first instant of the month after that of the given instant. */
  long nextMonthMicros(long instantMicros) {
    find(instantMicros);
    return nextMonthMicros;
  }

  private void find(long instantMicros) {
    if (instantMicros < startMicros || instantMicros >= endMicros) {
      long seconds = Math.floorDiv(instantMicros, MICROS_PER_SECOND);
      LocalDate date = LocalDate.ofInstant(Instant.ofEpochSecond(seconds), zone);
      startMicros = micros(date);
      endMicros = micros(date.plusDays(1));
      day = Math.toIntExact(date.toEpochDay());
      month = date.getYear() * MONTHS + date.getMonthValue() - 1;
      nextMonthMicros = micros(date.withDayOfMonth(1).plusMonths(1));
    }
  }

  private long micros(LocalDate date) {
    return date.atStartOfDay(zone).toEpochSecond() * MICROS_PER_SECOND;
  }
}
