package dev.glovebox.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes rows, as the engine keeps them, of plain values by column. */
final class RowMaker {

  private final StructType schema;

  RowMaker(StructType schema) {
    this.schema = schema;
  }

  InternalRow of(Map<String, Object> values) {
    for (String column : values.keySet()) {
      schema.fieldIndex(column);
    }
    Object[] cells = new Object[schema.length()];
    StructField[] fields = schema.fields();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = internal(values.get(fields[i].name()), fields[i].dataType());
    }
    return new GenericInternalRow(cells);
  }

  private static Object internal(Object value, DataType type) {
    if (value instanceof String text) {
      return UTF8String.fromString(text);
    }
    if (value instanceof Instant instant) {
      return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
    if (value instanceof LocalDate date) {
      return (int) date.toEpochDay();
    }
    if (value instanceof List<?> items && type instanceof ArrayType list) {
      return new GenericArrayData(
          items.stream().map(item -> internal(item, list.elementType())).toArray());
    }
    if (value instanceof List<?> items && type instanceof StructType struct) {
      Object[] cells = new Object[items.size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = internal(items.get(i), struct.fields()[i].dataType());
      }
      return new GenericInternalRow(cells);
    }
    return value;
  }
}
