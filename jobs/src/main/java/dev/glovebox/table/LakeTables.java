package dev.glovebox.table;

import static dev.glovebox.table.Columns.EVENT_MONTH;
import static dev.glovebox.table.Columns.OWNER_ID;
import static dev.glovebox.table.Columns.OWNER_PARTITION;
import static dev.glovebox.table.Columns.TEXTS;
import static dev.glovebox.table.Columns.VIN;
import static dev.glovebox.table.Columns.column;
import static dev.glovebox.table.Columns.struct;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.SignalType;
import dev.glovebox.table.TableDefinition.Contents;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The tables that publishing and runs write, and the list of all: every column is declared once,
 * here or beside, or in the catalogue.
 */
public final class LakeTables {

  /** Every table of owner data lies so: by month, then by owner or bucket of owners. */
  public static final List<String> OWNER_PARTITIONING = List.of("event_month", "owner_partition");

  /** What an alert tells: the state of the vehicle. */
  public static final PrivacyClass ALERTS_CLASS = PrivacyClass.DIAGNOSTIC;

  /** When and over what a vehicle connects tells who has access to it. */
  public static final PrivacyClass CONNECTIVITY_CLASS = PrivacyClass.ACCESS;

  private static final List<String> BY_BATCH_DATE = List.of("batch_date");

  private static final StructField CAPTURED_AT =
      column("captured_at", DataTypes.TimestampType, "Instant at which the vehicle captured it");
  private static final StructField BATCH_DATE =
      column("batch_date", DataTypes.DateType, "Day on which the raw object arrived");
  private static final StructField RECORD_KIND =
      column("record_kind", DataTypes.StringType, "Kind of the raw record");
  private static final StructField OUTCOME =
      column("outcome", DataTypes.StringType, "released, withheld, rejected or duplicate");
  private static final StructField REASON =
      column("reason", DataTypes.StringType, "Reason code; null for what was released");
  private static final StructField VALUES =
      column("values", DataTypes.LongType, "Number of values");

  private LakeTables() {}

  /** Every table there is. */
  public static List<TableDefinition> all(Catalogue catalogue) {
    return List.of(
        telemetry(catalogue),
        alerts(),
        connectivity(),
        completeness(),
        quarantine(),
        seen(),
        ledger(),
        runs(),
        DerivedTables.trips(),
        DerivedTables.charges(),
        AnswerTables.requests(),
        AnswerTables.disclosures(),
        ReportTables.policyReport(),
        ReportTables.noiseBudget());
  }

  /**
   * One row is a released reading: all values of one vehicle and instant that its holder may have.
   */
  public static TableDefinition telemetry(Catalogue catalogue) {
    StructType schema = struct(OWNER_ID, VIN, CAPTURED_AT, BATCH_DATE);
    for (Signal signal : catalogue.signals()) {
      schema = schema.add(signalColumn(signal));
    }
    schema =
        schema
            .add(column("withheld", TEXTS, "Reason codes of this reading's withheld values"))
            .add(EVENT_MONTH)
            .add(OWNER_PARTITION);
    return ownerData("telemetry", "A released reading", schema);
  }

  /** One row is a released alert of a vehicle. */
  public static TableDefinition alerts() {
    StructType schema =
        struct(
            OWNER_ID,
            VIN,
            CAPTURED_AT,
            BATCH_DATE,
            column("name", DataTypes.StringType, "Name of the alert"),
            column("started_at", DataTypes.TimestampType, "When the alert began"),
            column("ended_at", DataTypes.TimestampType, "When it ended; null while it lasts"),
            column("audiences", TEXTS, "Whom the alert is meant for"),
            EVENT_MONTH,
            OWNER_PARTITION);
    return ownerData("alerts", "A released alert of a vehicle", schema);
  }

  /** One row is a connect or a disconnect. */
  public static TableDefinition connectivity() {
    StructType schema =
        struct(
            OWNER_ID,
            VIN,
            CAPTURED_AT,
            BATCH_DATE,
            column("connection_id", DataTypes.StringType, "Identifies the connection"),
            column("status", DataTypes.StringType, "CONNECTED or DISCONNECTED"),
            column("network_interface", DataTypes.StringType, "Network the vehicle used"),
            EVENT_MONTH,
            OWNER_PARTITION);
    return ownerData("connectivity", "A connect or a disconnect of a vehicle", schema);
  }

  /** One row is a count of values, as one holder sees the ledger. */
  public static TableDefinition completeness() {
    StructType schema =
        struct(
            OWNER_ID,
            VIN,
            column("event_date", DataTypes.DateType, "Day of the instant in the configured zone"),
            BATCH_DATE,
            RECORD_KIND,
            OUTCOME,
            REASON,
            VALUES,
            EVENT_MONTH,
            OWNER_PARTITION);
    return new TableDefinition(
        "completeness",
        Contents.OWNER_DATA,
        "A count of values, as one holder sees it",
        schema,
        OWNER_PARTITIONING,
        List.of("owner_id", "vin", "batch_date"));
  }

  /** One row is a rejected record or value, as it came. */
  public static TableDefinition quarantine() {
    StructType schema =
        struct(
            BATCH_DATE,
            REASON,
            column("source_object", DataTypes.StringType, "Object below raw that it came from"),
            column("position", DataTypes.LongType, "Line from 1; 0 for the object itself"),
            column(
                "raw",
                DataTypes.StringType,
                "At most 4 KiB of it: as it came, or a conflicting value as decoded"),
            RECORD_KIND,
            column("signal", DataTypes.StringType, "The source's name of a rejected value"),
            VIN,
            CAPTURED_AT);
    return new TableDefinition(
        "quarantine",
        Contents.PERSONAL_RECORDS,
        "A rejected record or value, with the reason and where it came from",
        schema,
        BY_BATCH_DATE,
        List.of("reason"));
  }

  /** One row is a value that a batch date met and did not publish, by digest. */
  public static TableDefinition seen() {
    StructType schema =
        struct(
            BATCH_DATE,
            OWNER_ID,
            VIN,
            CAPTURED_AT,
            RECORD_KIND,
            column("signal", DataTypes.StringType, "The source's name of the value"),
            column("digest", DataTypes.BinaryType, "Keyed digest of the decoded value"),
            column(
                "digested_by", DataTypes.StringType, "Identifies the digest's key and catalogue"),
            column("place", DataTypes.StringType, "Verdict on where a position lay"),
            column("places_digest", DataTypes.StringType, "The places that verdict was made with"));
    return new TableDefinition(
        "seen",
        Contents.PERSONAL_RECORDS,
        "A value that was met and not published, so that its repeats are known",
        schema,
        BY_BATCH_DATE,
        List.of("vin", "captured_at"));
  }

  /** One row is a count of messages and values of one outcome and reason. */
  public static TableDefinition ledger() {
    StructType schema =
        struct(
            column("run_id", DataTypes.StringType, "The run that counted"),
            BATCH_DATE,
            RECORD_KIND,
            OUTCOME,
            REASON,
            column("messages", DataTypes.LongType, "Number of messages"),
            VALUES);
    return new TableDefinition(
        "ledger",
        Contents.COUNTS,
        "Messages and values of a batch date by outcome and reason",
        schema,
        List.of(),
        List.of("batch_date"));
  }

  /** One row is a run of a job. */
  public static TableDefinition runs() {
    StructType schema =
        struct(
            column("run_id", DataTypes.StringType, "Identifies the run"),
            column("job", DataTypes.StringType, "The job that ran"),
            column("started_at", DataTypes.TimestampType, "When it began"),
            column("finished_at", DataTypes.TimestampType, "When it ended"),
            column("state", DataTypes.StringType, "done or failed"),
            column("exit_code", DataTypes.IntegerType, "The process's exit code"),
            column("report", DataTypes.StringType, "The run report as JSON"));
    return new TableDefinition(
        "runs", Contents.COUNTS, "A run of a job", schema, List.of(), List.of("started_at"));
  }

  /** The engine's type for a signal's values. */
  public static DataType typeOf(SignalType type) {
    return switch (type) {
      case DOUBLE -> DataTypes.DoubleType;
      case LONG -> DataTypes.LongType;
      case BOOLEAN -> DataTypes.BooleanType;
      case STRING, TIME -> DataTypes.StringType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }

  private static TableDefinition ownerData(String name, String description, StructType schema) {
    return new TableDefinition(
        name,
        Contents.OWNER_DATA,
        description,
        schema,
        OWNER_PARTITIONING,
        List.of("owner_id", "vin", "captured_at", "batch_date"));
  }

  private static StructField signalColumn(Signal signal) {
    String unit = signal.unit().map(text -> " [" + text + "]").orElse("");
    return column(signal.column(), typeOf(signal.type()), signal.descriptions().get("en") + unit);
  }
}
