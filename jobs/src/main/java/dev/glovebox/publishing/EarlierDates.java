package dev.glovebox.publishing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Part;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
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
  private final JavaSparkContext context;

  EarlierDates(
      JavaSparkContext context,
      Lake lake,
      Catalogue catalogue,
      ReadingRules rules,
      Broadcast<AttributionRules> attribution) {
    this.context = context;
    this.lake = lake;
    this.catalogue = catalogue;
    this.rules = rules;
    this.attribution = attribution;
  }

  /**
   * The rows that must be known to judge what was received.
   *
   * @param dates the published batch dates before this one that its window reaches
   * @param late when each vehicle's late messages lie, and the positions that they rest on
   * @return {@link MessageRows}, none of them new
   */
  Dataset<Row> known(Receipts receipts, LateSpans late, List<LocalDate> dates, BatchDay day) {
    Broadcast<LateSpans> spans = context.broadcast(late);
    Column inWindow = inWindow(late, dates);
    Column ofMonths = inWindow.and(ofMonths(late));
    List<Dataset<Row>> known = new ArrayList<>();
    known.add(signals(receipts, ofMonths, spans, day));
    if (receipts.anyLate(RecordKind.ALERTS)) {
      known.add(alerts(ofMonths, spans, day));
    }
    if (receipts.anyLate(RecordKind.CONNECTIVITY)) {
      known.add(connections(ofMonths, spans, day));
    }
    known.add(seen(inWindow, spans, day));
    return known.stream().reduce(Dataset::unionAll).orElseThrow();
  }

  /** Literal bounds, so that files are pruned. */
  private static Column inWindow(LateSpans late, List<LocalDate> dates) {
    return Lake.ofBatchDates(dates)
        .and(col("captured_at").geq(timestamp_micros(lit(late.first()))))
        .and(col("captured_at").leq(timestamp_micros(lit(late.last()))));
  }

  /** The months are the first partition of the tables of owner data. */
  private Column ofMonths(LateSpans late) {
    Days days = new Days(rules.zone());
    return col("event_month")
        .between(
            Stretch.monthText(days.month(late.first())),
            Stretch.monthText(days.month(late.last())));
  }

  private Dataset<Row> signals(
      Receipts receipts, Column ofMonths, Broadcast<LateSpans> late, BatchDay day) {
    List<Field> fields = fieldsOf(receipts);
    List<Column> columns = new ArrayList<>();
    HashMap<Integer, Integer> ordinals = new HashMap<>();
    for (Field field : fields) {
      for (Part part : field.parts()) {
        ordinals.put(part.signal().ordinal(), KnownMessage.IDENTITY + columns.size());
        columns.add(col(part.signal().column()));
      }
    }
    return rows(
        lake.read(LakeTables.telemetry(catalogue)).filter(ofMonths),
        columns,
        row ->
            KnownMessage.of(
                row, RecordKind.VEHICLE_DATA, TelemetryValues.gather(fields, ordinals, row)),
        Standing.EARLIER,
        late,
        day);
  }

  /** Those that a late message has, and the position: no other can repeat or place anything. */
  private List<Field> fieldsOf(Receipts receipts) {
    BitSet ids = (BitSet) receipts.lateFields().clone();
    ids.set(rules.fields().position().id());
    return ids.stream().mapToObj(rules.fields()::at).toList();
  }

  private Dataset<Row> alerts(Column ofMonths, Broadcast<LateSpans> late, BatchDay day) {
    Column alert =
        struct(
            col("name"),
            col("audiences"),
            unix_micros(col("started_at")).as("started_at"),
            unix_micros(col("ended_at")).as("ended_at"));
    Column content = concat(lit("["), to_json(alert, NULLS_KEPT), lit("]"));
    return listed(LakeTables.alerts(), ofMonths, content, RecordKind.ALERTS, late, day);
  }

  private Dataset<Row> connections(Column ofMonths, Broadcast<LateSpans> late, BatchDay day) {
    Column connection = struct(col("connection_id"), col("status"), col("network_interface"));
    Column content = to_json(connection, NULLS_KEPT);
    return listed(LakeTables.connectivity(), ofMonths, content, RecordKind.CONNECTIVITY, late, day);
  }

  private Dataset<Row> listed(
      TableDefinition table,
      Column ofMonths,
      Column content,
      RecordKind kind,
      Broadcast<LateSpans> late,
      BatchDay day) {
    return rows(
        lake.read(table).filter(ofMonths),
        List.of(content.cast("binary")),
        row -> KnownMessage.of(row, kind, row.getBinary(KnownMessage.IDENTITY)),
        Standing.EARLIER,
        late,
        day);
  }

  private Dataset<Row> seen(Column inWindow, Broadcast<LateSpans> late, BatchDay day) {
    Column comparable = inWindow.and(col("digested_by").equalTo(rules.digests().id()));
    ReadingRules seenBy = rules;
    return rows(
        lake.read(LakeTables.seen()).filter(comparable),
        SeenValues.COLUMNS,
        row -> SeenValues.message(row, seenBy.fields(), seenBy.places().digest()),
        Standing.SEEN,
        late,
        day);
  }

  /** The message that a row tells of. */
  @FunctionalInterface
  private interface Telling extends Serializable {
    Message message(InternalRow row);
  }

  private Dataset<Row> rows(
      Dataset<Row> table,
      List<Column> content,
      Telling telling,
      Standing standing,
      Broadcast<LateSpans> late,
      BatchDay day) {
    Broadcast<AttributionRules> rulesOf = attribution;
    return EngineRows.flatMap(
        table.select(KnownMessage.columns(content)),
        MessageRows.SCHEMA,
        () -> {
          Attribution attributing = new Attribution(rulesOf.value(), day.parts());
          LateSpans spans = late.value();
          return (row, out) -> {
            if (spans.hold(KnownMessage.vin(row), KnownMessage.capturedAtMicros(row))) {
              attributing.attribute(
                  telling.message(row),
                  KnownMessage.batchDay(row),
                  standing,
                  MessageRows.NO_OBJECT,
                  out);
            }
          };
        });
  }
}
