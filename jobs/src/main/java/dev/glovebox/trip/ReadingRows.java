package dev.glovebox.trip;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.trip.Reading.Charging;
import dev.glovebox.trip.Reading.Gear;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Readings in the engine's rows: the columns of telemetry that drives and charges need. */
final class ReadingRows {

  static final String OWNER = "owner_id";
  static final String VIN = "vin";
  static final String MICROS = "micros";
  static final String BATCH_DAY = "batch_day";

  private static final int FIRST_VALUE = 7;

  private ReadingRows() {}

  /** Of rows of telemetry. */
  static Dataset<Row> of(Dataset<Row> telemetry) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(OWNER));
    columns.add(col(VIN));
    columns.add(unix_micros(col("captured_at")).as(MICROS));
    columns.add(unix_date(col("batch_date")).as(BATCH_DAY));
    columns.add(col("gear"));
    columns.add(col("detailed_charge_state"));
    columns.add(col("charge_state"));
    for (Quantity quantity : Quantity.values()) {
      columns.add(col(quantity.column()).cast("double"));
    }
    return telemetry.select(columns.toArray(Column[]::new));
  }

  static Reading reading(Row row) {
    double[] values = Reading.nothing();
    for (int i = 0; i < values.length; i++) {
      if (!row.isNullAt(FIRST_VALUE + i)) {
        values[i] = row.getDouble(FIRST_VALUE + i);
      }
    }
    return new Reading(
        row.getLong(2),
        row.getInt(3),
        Gear.of(row.getString(4)),
        Charging.of(row.getString(5), row.getString(6)),
        values);
  }
}
