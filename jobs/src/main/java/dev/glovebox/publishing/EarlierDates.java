package dev.glovebox.publishing;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What the batch dates before this one know of the readings that came late or close to midnight:
 * values already published, digests of those that were not, and where the vehicles were.
 */
final class EarlierDates {

  private static final Map<String, String> NULLS_KEPT = Map.of("ignoreNullFields", "false");

  private final Lake lake;
  private final Catalogue catalogue;
  private final ReadingRules rules;
  private final Broadcast<AttributionRules> attribution;

  EarlierDates(
      Lake lake, Catalogue catalogue, ReadingRules rules, Broadcast<AttributionRules> attribution) {
    this.lake = lake;
    this.catalogue = catalogue;
    this.rules = rules;
    this.attribution = attribution;
  }

  /**
   * The rows that must be known to judge {@code messages}.
   *
   * @param messages of one batch date, as {@link AttributedMessage#SCHEMA}
   * @param dates the published batch dates before it that its window reaches
   * @param beforeMicros instants from here on cannot have been met before
   * @return rows of the same schema, none of them new
   */
  Dataset<Row> known(Dataset<Row> messages, List<LocalDate> dates, long beforeMicros) {
    if (dates.isEmpty()) {
      return messages.limit(0);
    }
    Dataset<Row> stretches = stretches(messages, beforeMicros);
    Row bounds = stretches.agg(min("from_us"), max("to_us")).head();
    if (bounds.isNullAt(0)) {
      return messages.limit(0);
    }
    Column inWindow =
        Lake.ofBatchDates(dates)
            .and(col("captured_at").geq(timestamp_micros(lit(bounds.getLong(0)))))
            .and(col("captured_at").leq(timestamp_micros(lit(bounds.getLong(1)))));
    Dataset<Row> published =
        signals(within(LakeTables.telemetry(catalogue), inWindow, stretches))
            .unionAll(alerts(within(LakeTables.alerts(), inWindow, stretches)))
            .unionAll(connections(within(LakeTables.connectivity(), inWindow, stretches)));
    return attributed(published, Standing.EARLIER)
        .unionAll(attributed(seen(inWindow, stretches), Standing.SEEN));
  }

  /** Per vehicle the time in which its late readings, and the positions they rest on, can lie. */
  private Dataset<Row> stretches(Dataset<Row> messages, long beforeMicros) {
    Column late =
        col("standing")
            .equalTo(Standing.NEW.ordinal())
            .and(col("event_month").isNotNull())
            .and(col("captured_at_us").lt(beforeMicros));
    return messages
        .filter(late)
        .groupBy(col("vin").as("late_vin"))
        .agg(
            min(col("captured_at_us")).minus(rules.positionCarryMicros()).as("from_us"),
            max(col("captured_at_us")).as("to_us"));
  }

  private Dataset<Row> within(TableDefinition table, Column inWindow, Dataset<Row> stretches) {
    Column ofStretch =
        col("vin")
            .equalTo(col("late_vin"))
            .and(unix_micros(col("captured_at")).between(col("from_us"), col("to_us")));
    return lake.read(table).filter(inWindow).join(broadcast(stretches), ofStretch);
  }

  private Dataset<Row> signals(Dataset<Row> telemetry) {
    List<Column> columns = new ArrayList<>(KnownMessage.identity(RecordKind.VEHICLE_DATA));
    catalogue.signals().forEach(signal -> columns.add(col(signal.column())));
    var fields = rules.fields();
    return EngineRows.map(
        telemetry.select(columns.toArray(Column[]::new)),
        KnownMessage.SCHEMA,
        rows -> TelemetryValues.gather(fields, rows));
  }

  private static Dataset<Row> alerts(Dataset<Row> alerts) {
    Column alert =
        struct(
            col("name"),
            col("audiences"),
            unix_micros(col("started_at")).as("started_at"),
            unix_micros(col("ended_at")).as("ended_at"));
    Column content = concat(lit("["), to_json(alert, NULLS_KEPT), lit("]"));
    return KnownMessage.select(alerts, RecordKind.ALERTS, content.cast("binary"));
  }

  private static Dataset<Row> connections(Dataset<Row> connections) {
    Column connection = struct(col("connection_id"), col("status"), col("network_interface"));
    return KnownMessage.select(
        connections, RecordKind.CONNECTIVITY, to_json(connection, NULLS_KEPT).cast("binary"));
  }

  private Dataset<Row> seen(Column inWindow, Dataset<Row> stretches) {
    List<Column> columns = new ArrayList<>(KnownMessage.identity(col("record_kind")));
    columns.addAll(List.of(col("signal"), col("digest"), col("place"), col("places_digest")));
    Column comparable = inWindow.and(col("digested_by").equalTo(rules.digests().id()));
    Dataset<Row> seen = within(LakeTables.seen(), comparable, stretches);
    ReadingRules seenBy = rules;
    return EngineRows.map(
        seen.select(columns.toArray(Column[]::new)),
        KnownMessage.SCHEMA,
        rows -> SeenValues.gather(seenBy.fields(), seenBy.places().digest(), rows));
  }

  private Dataset<Row> attributed(Dataset<Row> known, Standing standing) {
    Broadcast<AttributionRules> to = attribution;
    return EngineRows.map(
        known,
        AttributedMessage.SCHEMA,
        rows -> {
          Attribution attributing = new Attribution(to.value());
          return new AttributedRows<InternalRow>(
              rows,
              (row, out) ->
                  attributing.attribute(
                      KnownMessage.message(row), KnownMessage.batchDay(row), standing, out));
        });
  }
}
