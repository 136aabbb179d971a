package dev.glovebox.trip;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.privacy.ReasonCode;
import dev.glovebox.trip.Reading.Charging;
import dev.glovebox.trip.Reading.Gear;
import dev.glovebox.trip.Reading.Positions;
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

  /** Of a row that is a stretch to be derived again, and no reading. */
  static final String WINDOW_END = "window_end";

  static final int END = 7;
  private static final int WITHHELD = 8;
  private static final int FIRST_VALUE = 9;
  private static final String NO_PLACE = "no_place";

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
    columns.add(lit(null).cast("long").as(WINDOW_END));
    columns.add(
        array_contains(col("withheld"), ReasonCode.SENSITIVE_PLACE)
            .or(array_contains(col("withheld"), ReasonCode.PLACE_UNKNOWN))
            .as(NO_PLACE));
    for (Quantity quantity : Quantity.values()) {
      columns.add(col(quantity.column()).cast("double").as(quantity.column()));
    }
    return telemetry.select(columns.toArray(Column[]::new));
  }

  /** Of {@link AffectedSpans}: they begin at {@link #MICROS}. */
  static Dataset<Row> windows(Dataset<Row> spans) {
    return spans.select(
        col(OWNER),
        col(VIN),
        col(AffectedSpans.FROM).as(MICROS),
        col(AffectedSpans.TO).as(WINDOW_END));
  }

  private static Positions positions(Row row) {
    return !row.isNullAt(WITHHELD) && row.getBoolean(WITHHELD)
        ? Positions.WITHHELD
        : Positions.UNTOUCHED;
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
        positions(row),
        values);
  }
}
