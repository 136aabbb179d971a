package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Readings fill a few of hundreds of columns. Those that no row fills are neither shuffled nor
 * written: a file that lacks a column is null there for every reader.
 */
final class NarrowRows {

  private NarrowRows() {}

  /**
   * The same rows without the columns that none of them fills.
   *
   * @param needed columns that stay
   */
  static Dataset<Row> of(Dataset<Row> rows, Collection<String> needed) {
    String[] names = rows.columns();
    Column[] any =
        Arrays.stream(names).map(name -> max(col(name).isNotNull())).toArray(Column[]::new);
    Row found = rows.agg(any[0], Arrays.copyOfRange(any, 1, any.length)).head();
    Column[] kept =
        Arrays.stream(names)
            .filter(
                name -> needed.contains(name) || isFilled(found, rows.schema().fieldIndex(name)))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return rows.select(kept);
  }

  private static boolean isFilled(Row found, int column) {
    return !found.isNullAt(column) && found.getBoolean(column);
  }
}
