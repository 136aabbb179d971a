package dev.glovebox.publishing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.when;

import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What one batch date came to: the rows of every table, from one pass, and the ledger that counts
 * them. Holds storage of the engine until it is closed.
 */
public final class Findings implements AutoCloseable {

  private static final StructType ALERT =
      new StructType()
          .add("name", DataTypes.StringType)
          .add("audiences", new ArrayType(DataTypes.StringType, false))
          .add("started_at", DataTypes.LongType)
          .add("ended_at", DataTypes.LongType);

  private static final StructType CONNECTION =
      new StructType()
          .add("connection_id", DataTypes.StringType)
          .add("status", DataTypes.StringType)
          .add("network_interface", DataTypes.StringType);

  private final LocalDate batchDate;
  private final Catalogue catalogue;
  private final ReadingRules rules;
  private final Dataset<Row> messages;
  private final Dataset<Row> outcomes;

  Findings(
      LocalDate batchDate,
      Catalogue catalogue,
      ReadingRules rules,
      Dataset<Row> messages,
      Dataset<Row> outcomes) {
    this.batchDate = batchDate;
    this.catalogue = catalogue;
    this.rules = rules;
    this.messages = messages;
    this.outcomes = outcomes;
  }

  /** Rows of {@code telemetry}, in the order of its partitions, owners and instants. */
  public Dataset<Row> telemetry() {
    TableDefinition table = LakeTables.telemetry(catalogue);
    int signals = catalogue.signals().size();
    int batchDay = Math.toIntExact(batchDate.toEpochDay());
    var fields = rules.fields();
    Column[] from =
        TelemetryValues.SPREAD_FROM.stream().map(name -> col(name)).toArray(Column[]::new);
    return EngineRows.map(
        of(Output.TELEMETRY).select(from),
        table.schema(),
        LakeTables.OWNER_PARTITIONING,
        rows -> TelemetryValues.spread(fields, signals, batchDay, rows));
  }

  /** Rows of {@code alerts}. */
  public Dataset<Row> alerts() {
    return shaped(
        of(Output.ALERTS)
            .withColumn("alert", from_json(col("content").cast("string"), ALERT))
            .withColumn("name", col("alert.name"))
            .withColumn("audiences", col("alert.audiences"))
            .withColumn("started_at", timestamp_micros(col("alert.started_at")))
            .withColumn("ended_at", timestamp_micros(col("alert.ended_at"))),
        LakeTables.alerts());
  }

  /** Rows of {@code connectivity}. */
  public Dataset<Row> connectivity() {
    return shaped(
        of(Output.CONNECTIVITY)
            .withColumn("connection", from_json(col("content").cast("string"), CONNECTION))
            .select(col("*"), col("connection.*")),
        LakeTables.connectivity());
  }

  /** Rows of {@code quarantine}. */
  public Dataset<Row> quarantine() {
    // Few rows from every task: one file a date, in the order of arrival.
    return shaped(of(Output.QUARANTINE), LakeTables.quarantine())
        .repartition(1)
        .sortWithinPartitions("source_object", "position", "signal", "raw");
  }

  /** Rows of {@code seen}. */
  public Dataset<Row> seen() {
    return shaped(
        of(Output.SEEN)
            .withColumnRenamed("content", "digest")
            .withColumn("digested_by", lit(rules.digests().id()))
            .withColumn("places_digest", lit(rules.places().digest())),
        LakeTables.seen());
  }

  /** Rows of {@code completeness}. */
  public Dataset<Row> completeness() {
    return shaped(of(Output.COMPLETENESS), LakeTables.completeness());
  }

  /**
   * Rows of {@code ledger}.
   *
   * @param runId the run that counts
   */
  public Dataset<Row> ledger(Ledger ledger, String runId) {
    List<Row> rows =
        ledger.entries().stream()
            .map(
                entry ->
                    RowFactory.create(
                        runId,
                        Date.valueOf(batchDate),
                        entry.kind().code(),
                        entry.outcome().code(),
                        entry.reason(),
                        entry.messages(),
                        entry.values()))
            .toList();
    return outcomes.sparkSession().createDataFrame(rows, LakeTables.ledger().schema());
  }

  /** Counts what was received against what was found. */
  public Ledger ledger() {
    Map<RecordKind, Ledger.Received> received = new EnumMap<>(RecordKind.class);
    for (Row row : received().collectAsList()) {
      received.put(
          RecordKind.values()[row.getInt(0)], new Ledger.Received(row.getLong(1), row.getLong(2)));
    }
    List<Ledger.Entry> entries = new ArrayList<>();
    for (Row row : found().collectAsList()) {
      entries.add(
          new Ledger.Entry(
              RecordKind.of(row.getString(0)).orElseThrow(),
              Outcome.of(row.getString(1)),
              row.getString(2),
              row.getLong(3),
              row.getLong(4)));
    }
    return new Ledger(received, entries);
  }

  /** How many rows there are for each table, by its name. */
  public Map<String, Long> rowCounts() {
    Map<String, Long> counts = new HashMap<>();
    for (Row row : outcomes.groupBy("output").count().collectAsList()) {
      counts.put(row.getString(0).toLowerCase(Locale.ROOT), row.getLong(1));
    }
    return counts;
  }

  /** The objects with the most rejected records, and of these with the most values, worst first. */
  public List<String> worstObjects(int most) {
    return of(Output.QUARANTINE)
        .groupBy("source_object")
        .agg(
            count(when(col("signal").isNull(), 1)).as("records"), count(col("signal")).as("values"))
        .orderBy(col("records").desc(), col("values").desc(), col("source_object"))
        .limit(most)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0) + " (" + row.getLong(1) + ", " + row.getLong(2) + ")")
        .toList();
  }

  @Override
  public void close() {
    outcomes.unpersist();
    messages.unpersist();
  }

  private Dataset<Row> received() {
    return messages
        .filter(col("standing").equalTo(Standing.NEW.ordinal()))
        .groupBy("record_kind")
        .agg(count(lit(1)), sum(col("values").cast("long")));
  }

  private Dataset<Row> found() {
    return of(Output.LEDGER)
        .groupBy("record_kind", "outcome", "reason")
        .agg(coalesce(sum("messages"), lit(0L)), coalesce(sum("values"), lit(0L)))
        .orderBy("record_kind", "outcome", "reason");
  }

  private Dataset<Row> of(Output output) {
    return outcomes.filter(OutcomeRow.isFor(output));
  }

  /** Brings outcome rows into the columns of a table. */
  private Dataset<Row> shaped(Dataset<Row> rows, TableDefinition table) {
    Dataset<Row> dated =
        rows.withColumn("batch_date", lit(Date.valueOf(batchDate)))
            .withColumn("captured_at", timestamp_micros(col("captured_at_us")));
    Column[] columns =
        Arrays.stream(table.schema().fieldNames()).map(name -> col(name)).toArray(Column[]::new);
    return dated.select(columns);
  }
}
