package dev.glovebox.trip;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which partitions and days some stretches lie in: literal predicates that keep a run from reading
 * what it has no use for, however much there is.
 *
 * @param partitions of owners; empty for so many that they are not listed
 * @param days since the epoch that stretches touch, in UTC
 */
record Scope(Set<String> partitions, TreeSet<Long> days, ZoneId zone) {

  private static final long DAY = 86_400_000_000L;
  private static final int MOST_PARTITIONS = 2_000;

  /**
   * @param spans as {@link AffectedSpans} has them
   */
  static Scope of(Dataset<Row> spans, ZoneId zone) {
    Set<String> partitions = new TreeSet<>();
    TreeSet<Long> days = new TreeSet<>();
    Column from = floor(col(AffectedSpans.FROM).divide(lit(DAY))).cast("long");
    Column to = floor(col(AffectedSpans.TO).divide(lit(DAY))).cast("long");
    for (Row row :
        spans.select(col(AffectedSpans.PARTITION), from, to).distinct().collectAsList()) {
      partitions.add(row.getString(0));
      for (long day = row.getLong(1); day <= row.getLong(2); day++) {
        days.add(day);
      }
    }
    return new Scope(partitions.size() > MOST_PARTITIONS ? Set.of() : partitions, days, zone);
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  long firstMicros() {
    return days.first() * DAY;
  }

  /** Readings that may have a say in these stretches. */
  Column ofReadings() {
    long reach = Limits.REACH.toSeconds() * 1_000_000;
    Column captured = lit(false);
    long from = days.first();
    for (long day : days) {
      if (days.higher(day) == null || days.higher(day) > day + 1) {
        captured =
            captured.or(
                col("captured_at")
                    .geq(timestamp_micros(lit(from * DAY - reach)))
                    .and(col("captured_at").lt(timestamp_micros(lit((day + 1) * DAY + reach)))));
        from = days.higher(day) == null ? day : days.higher(day);
      }
    }
    return ofPartitions().and(col("event_month").isin(months())).and(captured);
  }

  Column ofPartitions() {
    return partitions.isEmpty()
        ? lit(true)
        : col(AffectedSpans.PARTITION).isin(partitions.toArray());
  }

  /** Every month from so many microseconds before the first day to the last. */
  Object[] monthsSince(long micros) {
    YearMonth first = month(firstMicros() - micros);
    YearMonth last = month((days.last() + 2) * DAY);
    Set<String> months = new TreeSet<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.add(month.toString());
    }
    return months.toArray();
  }

  private Object[] months() {
    Set<String> months = new TreeSet<>();
    for (long day : days) {
      months.add(month((day - 1) * DAY).toString());
      months.add(month(day * DAY).toString());
      months.add(month((day + 2) * DAY).toString());
    }
    return months.toArray();
  }

  private YearMonth month(long micros) {
    return YearMonth.from(Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(zone));
  }
}
