package dev.glovebox.delivery;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the values of a row of telemetry as publishing counts them: what a source sent under one
 * name is one value, whatever columns it fills.
 */
final class ValueCounter {

  private final int[][] columnsOfValues;

  ValueCounter(StructType schema, Catalogue catalogue) {
    Set<List<Integer>> values = new LinkedHashSet<>();
    for (String source : catalogue.sources()) {
      for (Field field : catalogue.fields(source).all()) {
        values.add(columns(schema, field));
      }
    }
    values.remove(List.of());
    this.columnsOfValues =
        values.stream()
            .map(columns -> columns.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  long of(InternalRow row) {
    long values = 0;
    for (int[] columns : columnsOfValues) {
      values += anyIn(row, columns);
    }
    return values;
  }

  private static int anyIn(InternalRow row, int[] columns) {
    for (int column : columns) {
      if (!row.isNullAt(column)) {
        return 1;
      }
    }
    return 0;
  }

  private static List<Integer> columns(StructType schema, Field field) {
    List<Integer> columns = new ArrayList<>();
    for (Part part : field.parts()) {
      scala.Option<Object> at = schema.getFieldIndex(part.signal().column());
      if (at.isDefined()) {
        columns.add((Integer) at.get());
      }
    }
    return columns;
  }
}
