package dev.glovebox.table;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A table whose rows are found by a key: rows are put in place of those of the same key. */
public final class KeyedRows {

  /** The column, beside the table's own, that is true for a row that is to go. */
  public static final String GONE = "gone";

  private final SparkSession spark;
  private final Lake lake;
  private final TableDefinition table;
  private final String key;

  /**
   * @param key the column that tells rows apart
   */
  public KeyedRows(SparkSession spark, Lake lake, TableDefinition table, String key) {
    this.spark = spark;
    this.lake = lake;
    this.table = table;
    this.key = key;
  }

  /** Begins a change on what the table holds now. */
  public KeyedChange begin() {
    return new KeyedChange(spark, lake, table, key);
  }

  /**
   * Puts rows in place of those of the same key, in one commit; in none where there are no rows.
   *
   * @param rows of the table's columns and {@link #GONE}, one a key
   * @param within a literal predicate on the held rows that prunes what is searched; it must hold
   *     for every row that may be replaced
   * @param stamp kept with the commit, as JSON
   * @throws java.util.ConcurrentModificationException if others were first time after time
   */
  public void merge(Dataset<Row> rows, Column within, String stamp) {
    Attempts.at(
        () -> {
          KeyedChange change = begin();
          Dataset<Row> held = change.rows().filter(within);
          change.replace(
              held.join(rows.select(key), ScalaSeq.of(List.of(key)), "left_semi"),
              rows.filter(functions.not(functions.col(GONE))).drop(GONE));
          return change.commit(stamp);
        });
  }
}
