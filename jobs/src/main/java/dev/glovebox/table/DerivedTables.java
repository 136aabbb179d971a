package dev.glovebox.table;

import static dev.glovebox.table.Columns.EVENT_MONTH;
import static dev.glovebox.table.Columns.OWNER_ID;
import static dev.glovebox.table.Columns.OWNER_PARTITION;
import static dev.glovebox.table.Columns.VIN;
import static dev.glovebox.table.Columns.column;
import static dev.glovebox.table.Columns.struct;
import static dev.glovebox.table.LakeTables.OWNER_PARTITIONING;

import dev.glovebox.table.TableDefinition.Contents;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The tables that are derived from telemetry, of owner data as it is. */
public final class DerivedTables {

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
              .add("longitude_deg", DataTypes.DoubleType, true)
              .add("stretch", DataTypes.LongType, true),
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

  private DerivedTables() {}

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
            column(
                "track",
                TRACK,
                "Released positions in order of time, simplified (WGS 84); between stretches they were withheld"),
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

  private static TableDefinition derived(String name, String description, StructType schema) {
    return new TableDefinition(
        name,
        Contents.OWNER_DATA,
        description,
        schema,
        OWNER_PARTITIONING,
        List.of("owner_id", "vin", "started_at", "first_batch_date", "last_batch_date"));
  }
}
