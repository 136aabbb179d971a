package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;

/**
 * Wide rows on a narrow way: readings fill a few of hundreds of columns, and a shuffle carries
 * every column of every row. Those that no row fills stay at home.
 */
final class NarrowRows {

  private NarrowRows() {}

  /**
   * Does work that keeps rows as they are, and brings back all their columns.
   *
   * @param needed columns that the work goes by
   * @param work from rows to the same rows, elsewhere or in another order
   */
  static Dataset<Row> through(
      Dataset<Row> rows, Collection<String> needed, UnaryOperator<Dataset<Row>> work) {
    Set<String> travelling = filled(rows);
    travelling.addAll(needed);
    Column[] narrow = travelling.stream().map(name -> col(name)).toArray(Column[]::new);
    Column[] wide =
        Arrays.stream(rows.schema().fields())
            .map(field -> travelling.contains(field.name()) ? col(field.name()) : empty(field))
            .toArray(Column[]::new);
    return work.apply(rows.select(narrow)).select(wide);
  }

  private static Set<String> filled(Dataset<Row> rows) {
    String[] names = rows.columns();
    Column[] any =
        Arrays.stream(names).map(name -> max(col(name).isNotNull())).toArray(Column[]::new);
    Row found = rows.agg(any[0], Arrays.copyOfRange(any, 1, any.length)).head();
    Set<String> filled = new TreeSet<>();
    for (int i = 0; i < names.length; i++) {
      if (!found.isNullAt(i) && found.getBoolean(i)) {
        filled.add(names[i]);
      }
    }
    return filled;
  }

  private static Column empty(StructField field) {
    return lit(null).cast(field.dataType()).as(field.name());
  }
}
