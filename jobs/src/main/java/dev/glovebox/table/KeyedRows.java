package dev.glovebox.table;

import io.delta.tables.DeltaTable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A table whose rows are found by a key: rows are put in place of those of the same key. */
public final class KeyedRows {

  /** The column, beside the table's own, that is true for a row that is to go. */
  public static final String GONE = "gone";

  private static final String HELD = "held";
  private static final String GIVEN = "given";
  private static final String STAMP = "spark.databricks.delta.commitInfo.userMetadata";

  private final SparkSession spark;
  private final Lake lake;
  private final TableDefinition table;
  private final String key;

  /**
   * @param key the column that tells rows apart, within the table's partitions
   */
  public KeyedRows(SparkSession spark, Lake lake, TableDefinition table, String key) {
    this.spark = spark;
    this.lake = lake;
    this.table = table;
    this.key = key;
  }

  /**
   * Puts rows in place of those of the same key, in one commit.
   *
   * @param rows of the table's columns and {@link #GONE}, one a key
   * @param within a literal predicate on the held rows that prunes what is searched; it must hold
   *     for every row that may be replaced
   * @param stamp kept with the commit, as JSON
   * @throws io.delta.exceptions.DeltaConcurrentModificationException if another writer changed the
   *     same rows
   */
  public void merge(Dataset<Row> rows, Column within, String stamp) {
    SessionSettings.with(
        spark,
        Map.of(STAMP, stamp),
        () -> {
          DeltaTable.forPath(spark, lake.path(table))
              .as(HELD)
              .merge(rows.as(GIVEN), sameKey().and(within))
              .whenMatched(given(GONE))
              .delete()
              .whenMatched()
              .updateAll()
              .whenNotMatched(functions.not(given(GONE)))
              .insertAll()
              .execute();
          return null;
        });
  }

  private Column sameKey() {
    return Stream.concat(table.partitionColumns().stream(), Stream.of(key))
        .map(column -> functions.col(HELD + "." + column).equalTo(given(column)))
        .collect(Collectors.reducing(functions.lit(true), Column::and));
  }

  private static Column given(String column) {
    return functions.col(GIVEN + "." + column);
  }
}
