package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;

import dev.glovebox.reporting.Period;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The tables of the lake, cut to the months of one year, with the versions that were read. */
public final class YearTables {

  private final Lake lake;
  private final Period period;
  private final ZoneId zone;
  private final Map<String, Long> versions = new TreeMap<>();

  /**
   * @param period whose year is read
   * @param zone in which a month begins
   */
  public YearTables(Lake lake, Period period, ZoneId zone) {
    this.lake = lake;
    this.period = period;
    this.zone = zone;
  }

  /** The versions that were read, by table. */
  public Map<String, Long> versions() {
    return new TreeMap<>(versions);
  }

  /** The period of the report. */
  Period period() {
    return period;
  }

  /** What is captured in the period itself, of what a table of the year has: for states. */
  Column inPeriod() {
    return period.month().isPresent()
        ? col(Query.MONTH).equalTo(period.toString())
        : functions.lit(true);
  }

  /** The year's rows of a table, with {@code month}; empty where there is no such table. */
  Optional<Dataset<Row>> of(TableDefinition table) {
    if (!lake.has(table)) {
      return Optional.empty();
    }
    long version = lake.version(table);
    versions.put(table.name(), version);
    Dataset<Row> rows = lake.read(table, version);
    return Optional.of(
        table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING)
            ? ofMonths(rows)
            : ofInstants(rows, table));
  }

  /** A literal list of partitions, so that other years cost nothing. */
  private Dataset<Row> ofMonths(Dataset<Row> rows) {
    return rows.where(col("event_month").isin(period.monthsOfYear().toArray()))
        .withColumn(Query.MONTH, col("event_month"));
  }

  private Dataset<Row> ofInstants(Dataset<Row> rows, TableDefinition table) {
    String column = table.statisticsColumns().get(0);
    if (table.schema().getFieldIndex("batch_date").isDefined()) {
      return rows.where(col("batch_date").between(date(start()), date(end().minusDays(1))))
          .withColumn(Query.MONTH, date_format(col("batch_date"), "yyyy-MM"));
    }
    return rows.where(col(column).geq(instant(start())).and(col(column).lt(instant(end()))))
        .withColumn(Query.MONTH, monthOf(col(column)));
  }

  private LocalDate start() {
    return period.wholeYear().firstDay();
  }

  private LocalDate end() {
    return period.wholeYear().dayAfter();
  }

  private Column monthOf(Column instant) {
    Column local =
        functions.convert_timezone(
            functions.current_timezone(),
            functions.lit(zone.getId()),
            instant.cast("timestamp_ntz"));
    return date_format(local, "yyyy-MM");
  }

  /** The instant at which a day begins. */
  Column instant(LocalDate day) {
    Instant instant = day.atStartOfDay(zone).toInstant();
    return functions.lit(java.sql.Timestamp.from(instant));
  }

  private static Column date(LocalDate day) {
    return functions.lit(java.sql.Date.valueOf(day));
  }

  /** The day of an instant in the zone. */
  Column dayOf(Column instant) {
    return functions
        .convert_timezone(
            functions.current_timezone(),
            functions.lit(zone.getId()),
            instant.cast("timestamp_ntz"))
        .cast("date");
  }

  /** A day as {@code yyyymmdd}, from microseconds since the epoch. */
  double day(double micros) {
    LocalDate day =
        Instant.ofEpochSecond(Math.floorDiv((long) micros, 1_000_000)).atZone(zone).toLocalDate();
    return day.getYear() * 10_000.0 + day.getMonthValue() * 100.0 + day.getDayOfMonth();
  }
}
