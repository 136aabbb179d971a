package dev.glovebox.table;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.SignalType;
import dev.glovebox.table.TableDefinition.Contents;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables of the lake: every column is declared here or in the catalogue, once. */
public final class LakeTables {

  /** Every table of owner data lies so: by month, then by owner or bucket of owners. */
  public static final List<String> OWNER_PARTITIONING = List.of("event_month", "owner_partition");

  /** What an alert tells: the state of the vehicle. */
  public static final PrivacyClass ALERTS_CLASS = PrivacyClass.DIAGNOSTIC;

  /** When and over what a vehicle connects tells who has access to it. */
  public static final PrivacyClass CONNECTIVITY_CLASS = PrivacyClass.ACCESS;

  private static final List<String> BY_BATCH_DATE = List.of("batch_date");
  private static final DataType TEXTS = new ArrayType(DataTypes.StringType, false);

  private static final StructField OWNER_ID =
      column("owner_id", DataTypes.StringType, "Who held the vehicle at that instant");
  private static final StructField VIN =
      column("vin", DataTypes.StringType, "Vehicle identification number");
  private static final StructField CAPTURED_AT =
      column("captured_at", DataTypes.TimestampType, "Instant at which the vehicle captured it");
  private static final StructField BATCH_DATE =
      column("batch_date", DataTypes.DateType, "Day on which the raw object arrived");
  private static final StructField EVENT_MONTH =
      column("event_month", DataTypes.StringType, "Month of captured_at in the configured zone");
  private static final StructField OWNER_PARTITION =
      column("owner_partition", DataTypes.StringType, "The owner's id, or the bucket it hashes to");
  private static final StructField RECORD_KIND =
      column("record_kind", DataTypes.StringType, "Kind of the raw record");
  private static final StructField OUTCOME =
      column("outcome", DataTypes.StringType, "released, withheld, rejected or duplicate");
  private static final StructField REASON =
      column("reason", DataTypes.StringType, "Reason code; null for what was released");
  private static final StructField VALUES =
      column("values", DataTypes.LongType, "Number of values");

  private static final StructField STARTED_AT =
      column("started_at", DataTypes.TimestampType, "First instant");
  private static final StructField ENDED_AT =
      column("ended_at", DataTypes.TimestampType, "Last instant");
  private static final StructField DURATION =
      column("duration_s", DataTypes.DoubleType, "From the first instant to the last [s]");
  private static final StructField START_SOC =
      column("start_soc_percent", DataTypes.DoubleType, "State of charge at the start [%]");
  private static final StructField END_SOC =
      column("end_soc_percent", DataTypes.DoubleType, "State of charge at the end [%]");
  private static final StructField OUTSIDE_TEMPERATURE =
      column("outside_temperature_c", DataTypes.DoubleType, "Mean temperature outside [degrees C]");
  // Delta keeps no promise of values within a list, so none is made here.
  private static final DataType TRACK =
      new ArrayType(
          new StructType()
              .add("captured_at", DataTypes.TimestampType, true)
              .add("latitude_deg", DataTypes.DoubleType, true)
              .add("longitude_deg", DataTypes.DoubleType, true),
          false);
  private static final DataType GAPS =
      new ArrayType(
          new StructType()
              .add("from", DataTypes.TimestampType, true)
              .add("to", DataTypes.TimestampType, true),
          false);
  private static final StructField MADE_OF =
      column(
          "batch_dates",
          new ArrayType(DataTypes.DateType, false),
          "Batch dates whose readings it is made of");
  private static final StructField MADE_FROM =
      column("first_batch_date", DataTypes.DateType, "The first of batch_dates");
  private static final StructField MADE_UP_TO =
      column("last_batch_date", DataTypes.DateType, "The last of batch_dates");

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
        trips(),
        charges(),
        requests(),
        disclosures());
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

  /** One row is one drive of one holder. */
  public static TableDefinition trips() {
    StructType schema =
        struct(
            OWNER_ID,
            VIN,
            column("trip_id", DataTypes.StringType, "Identifies the trip; the same in every run"),
            STARTED_AT,
            ENDED_AT,
            DURATION,
            column("distance_km", DataTypes.DoubleType, "Distance driven [km]"),
            column("energy_kwh", DataTypes.DoubleType, "Energy taken from the battery [kWh]"),
            column("average_speed_kmh", DataTypes.DoubleType, "Distance over duration [km/h]"),
            column("top_speed_kmh", DataTypes.DoubleType, "Highest speed [km/h]"),
            START_SOC,
            END_SOC,
            column("start_odometer_km", DataTypes.DoubleType, "Odometer at the start [km]"),
            column("end_odometer_km", DataTypes.DoubleType, "Odometer at the end [km]"),
            OUTSIDE_TEMPERATURE,
            column("track", TRACK, "Released positions in order of time, simplified (WGS 84)"),
            column("gaps", GAPS, "Stretches in which nothing was captured"),
            MADE_OF,
            MADE_FROM,
            MADE_UP_TO,
            EVENT_MONTH,
            OWNER_PARTITION);
    return derived("trips", "A drive", schema);
  }

  /** One row is one charging session of one holder. */
  public static TableDefinition charges() {
    StructType schema =
        struct(
            OWNER_ID,
            VIN,
            column("charge_id", DataTypes.StringType, "Identifies the session; the same always"),
            STARTED_AT,
            ENDED_AT,
            DURATION,
            column("energy_kwh", DataTypes.DoubleType, "Energy put into the battery [kWh]"),
            START_SOC,
            END_SOC,
            column("current_kind", DataTypes.StringType, "AC or DC; null where unknown"),
            column("peak_power_kw", DataTypes.DoubleType, "Highest charging power [kW]"),
            column("place_kind", DataTypes.StringType, "home, fast-charger or other"),
            column("latitude_deg", DataTypes.DoubleType, "Where it was, if released (WGS 84)"),
            column("longitude_deg", DataTypes.DoubleType, "Where it was, if released (WGS 84)"),
            column("odometer_km", DataTypes.DoubleType, "Odometer at the start [km]"),
            OUTSIDE_TEMPERATURE,
            column("gaps", GAPS, "Stretches in which nothing was captured"),
            MADE_OF,
            MADE_FROM,
            MADE_UP_TO,
            EVENT_MONTH,
            OWNER_PARTITION);
    return derived("charges", "A charging session", schema);
  }

  /** One row is a request, its state and its deadline. */
  public static TableDefinition requests() {
    StructType schema =
        struct(
            column("request_id", DataTypes.StringType, "Identifies the request"),
            column("kind", DataTypes.StringType, "export, incident or erase"),
            OWNER_ID,
            column("received_at", DataTypes.TimestampType, "When the portal received it"),
            column("vins", TEXTS, "Vehicles asked for; null for every vehicle ever held"),
            column("from", DataTypes.TimestampType, "Start of what is asked for; null: all"),
            column("to", DataTypes.TimestampType, "End of it, exclusive; null: all"),
            column("at", DataTypes.TimestampType, "Instant of an incident"),
            column("locale", DataTypes.StringType, "Language of the answer"),
            column("state", DataTypes.StringType, "open, done, refused or delayed"),
            column("reason", DataTypes.StringType, "Reason code of a refusal or a delay"),
            column("due_on", DataTypes.DateType, "Last day for an answer"),
            column("completed_at", DataTypes.TimestampType, "When it was answered"),
            column("package", DataTypes.StringType, "The package's path below packages"),
            column("link", DataTypes.StringType, "Download link that expires"),
            column("link_expires_at", DataTypes.TimestampType, "When the link expires"),
            column("certificate", DataTypes.StringType, "The certificate's path below reports"));
    return new TableDefinition(
        "requests",
        Contents.PERSONAL_RECORDS,
        "A request with its state and deadline",
        schema,
        List.of(),
        List.of("received_at"));
  }

  /** One row is a package that was made for somebody. */
  public static TableDefinition disclosures() {
    StructType schema =
        struct(
            column("request_id", DataTypes.StringType, "The request that it answers"),
            column("kind", DataTypes.StringType, "export or incident"),
            OWNER_ID,
            column("recipient", DataTypes.StringType, "To whom: owner"),
            column("vins", TEXTS, "Vehicles of which there are rows"),
            column("from", DataTypes.TimestampType, "First instant of its rows"),
            column("to", DataTypes.TimestampType, "Last instant of its rows"),
            column("rows", DataTypes.LongType, "Rows of all its tables"),
            column("bytes", DataTypes.LongType, "Size of the package"),
            column("sha256", DataTypes.StringType, "SHA-256 of the package, hexadecimal"),
            column("package", DataTypes.StringType, "The package's path below packages"),
            column("disclosed_at", DataTypes.TimestampType, "When it was made"),
            column("run_id", DataTypes.StringType, "The run that made it"));
    return new TableDefinition(
        "disclosures",
        Contents.PERSONAL_RECORDS,
        "A package that was made for somebody",
        schema,
        List.of(),
        List.of("disclosed_at"));
  }

  private static TableDefinition derived(String name, String description, StructType schema) {
    return new TableDefinition(
        name,
        Contents.OWNER_DATA,
        description,
        schema,
        OWNER_PARTITIONING,
        List.of("owner_id", "vin", "started_at", "first_batch_date", "last_batch_date"));
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

  private static StructType struct(StructField... fields) {
    return new StructType(fields);
  }

  private static StructField column(String name, DataType type, String comment) {
    return new StructField(
        name, type, true, new MetadataBuilder().putString("comment", comment).build());
  }
}
