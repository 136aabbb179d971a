package dev.glovebox.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Reads the values of one row after another by the names of their columns. */
final class RowView {

  private final Map<String, Integer> places = new HashMap<>();
  private InternalRow row;

  RowView(StructType schema) {
    for (StructField field : schema.fields()) {
      places.put(field.name(), places.size());
    }
  }

  /** This view, of that row from now on. */
  RowView of(InternalRow next) {
    row = next;
    return this;
  }

  /** Whether there is such a column and a value in it. */
  boolean has(String column) {
    Integer at = places.get(column);
    return at != null && !row.isNullAt(at);
  }

  /** The text; null where there is none. */
  String text(String column) {
    return has(column) ? row.getUTF8String(places.get(column)).toString() : null;
  }

  Optional<String> optionalText(String column) {
    return Optional.ofNullable(text(column));
  }

  OptionalDouble number(String column) {
    return has(column)
        ? OptionalDouble.of(row.getDouble(places.get(column)))
        : OptionalDouble.empty();
  }

  /** The count; 0 where there is none. */
  long count(String column) {
    return has(column) ? row.getLong(places.get(column)) : 0;
  }

  /** The instant; null where there is none. */
  Instant instant(String column) {
    return has(column) ? InstantText.instant(row.getLong(places.get(column))) : null;
  }

  /** The date; null where there is none. */
  LocalDate date(String column) {
    return has(column) ? LocalDate.ofEpochDay(row.getInt(places.get(column))) : null;
  }

  /** The list; null where there is none. */
  ArrayData list(String column) {
    return has(column) ? row.getArray(places.get(column)) : null;
  }
}
