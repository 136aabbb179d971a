package dev.glovebox.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;

/**
 * One change of a table whose rows are found by a key. It rewrites the files that hold a row that
 * is replaced, and no others. Of two changes of a table at once the second to commit fails, so what
 * was worked out from the rows before it is never put in the place of newer ones.
 */
public final class KeyedChange {

  /** The column, beside the table's own, that tells in which file a row lies. */
  private static final String FILE = "file";

  /** The name of the turn that every change of a table takes. */
  private static final String TURN = "glovebox.change";

  private final SparkSession spark;
  private final Lake lake;
  private final TableDefinition table;
  private final String key;
  private final Rewrite rewrite;
  private final long turn;

  private KeyedChange(SparkSession spark, Lake lake, TableDefinition table, String key) {
    this.spark = spark;
    this.lake = lake;
    this.table = table;
    this.key = key;
    this.rewrite = Rewrite.begin(lake.log(table), Rewrite.Effect.OTHER_ROWS);
    this.turn = rewrite.version(TURN) + 1;
  }

  /**
   * Begins a change on what the table holds now.
   *
   * @param key the column that tells rows apart
   */
  public static KeyedChange begin(
      SparkSession spark, Lake lake, TableDefinition table, String key) {
    return new KeyedChange(spark, lake, table, key);
  }

  /**
   * The rows that the table held when this began, to be filtered and handed to {@link #replace}.
   */
  public Dataset<Row> rows() {
    return spark
        .read()
        .format("delta")
        .option("versionAsOf", rewrite.snapshot().version())
        .load(lake.path(table))
        .withColumn(FILE, functions.col("_metadata.file_name"));
  }

  /** The numbers kept by {@link #note} under names that begin so, by the rest of their names. */
  public Map<String, Long> noted(String prefix) {
    return new TableState(rewrite.snapshot()).versions(prefix);
  }

  /** Keeps a number under a name, in the commit of this change. */
  public void note(String name, long number) {
    rewrite.turn(name, number);
  }

  /**
   * Puts rows in the place of others.
   *
   * @param gone of those that {@link #rows} gives
   * @param rows of the table's columns
   */
  public void replace(Dataset<Row> gone, Dataset<Row> rows) {
    Set<String> names =
        gone.select(FILE).distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    List<AddFile> touched = names.isEmpty() ? List.of() : files(names);
    Dataset<Row> written = rows;
    if (!touched.isEmpty()) {
      Dataset<Row> held = rewrite.rows(touched).select(columns());
      Dataset<Row> keys = gone.select(functions.col(key).as(FILE));
      Dataset<Row> kept = held.join(keys, held.col(key).eqNullSafe(keys.col(FILE)), "left_anti");
      written = kept.unionByName(rows);
    }
    if (!touched.isEmpty() || !rows.isEmpty()) {
      rewrite.put(table, SortedFiles.write(lake.log(table), table, dealt(written)));
    }
    rewrite.drop(touched);
  }

  /** A file's name is its own: the engine puts a random id into it. */
  private List<AddFile> files(Set<String> names) {
    List<AddFile> all = rewrite.files();
    return all.stream().filter(file -> names.contains(new Path(file.path()).getName())).toList();
  }

  private Dataset<Row> dealt(Dataset<Row> rows) {
    Column[] partition =
        table.partitionColumns().stream().map(functions::col).toArray(Column[]::new);
    return partition.length == 0 ? rows.coalesce(1) : rows.repartition(partition);
  }

  private Column[] columns() {
    return Arrays.stream(table.schema().fieldNames()).map(functions::col).toArray(Column[]::new);
  }

  /**
   * Commits, if there is anything to commit.
   *
   * @param stamp kept with the commit, as JSON
   * @return the version of the table that this made; empty where there was nothing to do
   * @throws java.util.ConcurrentModificationException if another change was first
   */
  public OptionalLong commit(String stamp) {
    if (rewrite.isEmpty()) {
      return OptionalLong.empty();
    }
    rewrite.turn(TURN, turn);
    return OptionalLong.of(rewrite.commit(stamp));
  }
}
