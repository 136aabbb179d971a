package dev.glovebox.trip;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.table.Lake;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Whose drives and charges have to be derived again, and of when: a row a vehicle, holder and
 * stretch, {@code owner_id, vin, owner_partition, from, to}, the last two in microseconds.
 */
final class AffectedSpans {

  static final String FROM = "from";
  static final String TO = "to";
  static final String PARTITION = "owner_partition";

  private static final String CHANGED = "changed";
  private static final String SPANS = "spans";
  private static final long DAY = 86_400_000_000L;

  /** No drive or charge that began earlier reaches into a stretch; charges last hours. */
  private static final long LONGEST = 31 * DAY;

  private static final StructType SCHEMA =
      new StructType()
          .add(ReadingRows.OWNER, DataTypes.StringType)
          .add(ReadingRows.VIN, DataTypes.StringType)
          .add(PARTITION, DataTypes.StringType)
          .add(FROM, DataTypes.LongType)
          .add(TO, DataTypes.LongType);

  private AffectedSpans() {}

  /** Where readings of batch dates lie: a row a vehicle, holder and day. */
  static Dataset<Row> ofReadings(Dataset<Row> telemetry, Collection<LocalDate> dates) {
    Column micros = unix_micros(col("captured_at"));
    return telemetry
        .filter(Lake.ofBatchDates(dates))
        .groupBy(
            col(ReadingRows.OWNER),
            col(ReadingRows.VIN),
            col(PARTITION),
            floor(micros.divide(lit(DAY))))
        .agg(min(micros).as(FROM), max(micros).as(TO))
        .select(columns());
  }

  /** Where the drives or charges lie that readings of batch dates have a say in. */
  static Dataset<Row> ofDerived(Dataset<Row> derived, Collection<LocalDate> dates) {
    Column any =
        dates.stream()
            .map(
                date ->
                    col("first_batch_date")
                        .leq(Date.valueOf(date))
                        .and(col("last_batch_date").geq(Date.valueOf(date)))
                        .and(array_contains(col("batch_dates"), Date.valueOf(date))))
            .reduce(Column::or)
            .orElseThrow();
    return spans(derived.filter(any));
  }

  /** The same stretches, as far as drives and charges that were derived before reach. */
  static Dataset<Row> expanded(Dataset<Row> changed, Dataset<Row> derived) {
    Dataset<Row> all =
        changed
            .withColumn(CHANGED, lit(true))
            .unionByName(spans(derived).withColumn(CHANGED, lit(false)));
    return all.groupBy(col(ReadingRows.OWNER), col(ReadingRows.VIN), col(PARTITION))
        .agg(collect_list(struct(col(FROM), col(TO), col(CHANGED))).as(SPANS))
        .flatMap((FlatMapFunction<Row, Row>) row -> expanded(row).iterator(), Encoders.row(SCHEMA));
  }

  /** Drives and charges that may reach into stretches from this instant on. */
  static Column mayReach(Scope changed) {
    return changed
        .ofPartitions()
        .and(col("started_at").geq(timestamp_micros(lit(changed.firstMicros() - LONGEST))))
        .and(col("event_month").isin(changed.monthsSince(LONGEST)));
  }

  private static List<Row> expanded(Row group) {
    List<Span> changed = new ArrayList<>();
    List<Span> derived = new ArrayList<>();
    for (Row span : group.<Row>getList(3)) {
      (span.getBoolean(2) ? changed : derived).add(new Span(span.getLong(0), span.getLong(1)));
    }
    return Span.toDeriveAgain(changed, derived).stream()
        .map(
            span ->
                RowFactory.create(
                    group.getString(0),
                    group.getString(1),
                    group.getString(2),
                    span.fromMicros(),
                    span.toMicros()))
        .toList();
  }

  private static Dataset<Row> spans(Dataset<Row> derived) {
    return derived
        .withColumn(FROM, unix_micros(col("started_at")))
        .withColumn(TO, unix_micros(col("ended_at")))
        .select(columns());
  }

  private static Column[] columns() {
    return new Column[] {
      col(ReadingRows.OWNER), col(ReadingRows.VIN), col(PARTITION), col(FROM), col(TO)
    };
  }
}
