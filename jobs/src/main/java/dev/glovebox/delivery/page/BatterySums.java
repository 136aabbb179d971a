package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.BatteryMonth;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.OptionalDouble;

/** Adds up what the readings of one vehicle's month tell of its battery. */
final class BatterySums {

  /** Below this state of charge a full range computed from it is mostly rounding. */
  private static final double TELLING_SOC_PERCENT = 50;

  private final String vin;
  private final YearMonth month;
  private final Instant from;
  private final Instant to;
  private long readings;
  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;
  private double sum;
  private long ranges;
  private double fullRangeKm;

  BatterySums(String vin, YearMonth month, ZoneId zone) {
    this.vin = vin;
    this.month = month;
    this.from = month.atDay(1).atStartOfDay(zone).toInstant();
    this.to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }

  boolean covers(String other, Instant at) {
    return vin.equals(other) && !at.isBefore(from) && at.isBefore(to);
  }

  void add(double socPercent, OptionalDouble rangeKm) {
    readings++;
    lowest = Math.min(lowest, socPercent);
    highest = Math.max(highest, socPercent);
    sum += socPercent;
    if (rangeKm.isPresent() && socPercent >= TELLING_SOC_PERCENT) {
      ranges++;
      fullRangeKm += rangeKm.getAsDouble() / socPercent * 100;
    }
  }

  BatteryMonth month() {
    OptionalDouble range =
        ranges == 0 ? OptionalDouble.empty() : OptionalDouble.of(fullRangeKm / ranges);
    return new BatteryMonth(month, vin, lowest, sum / readings, highest, range);
  }
}
