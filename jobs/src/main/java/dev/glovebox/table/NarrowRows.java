package dev.glovebox.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;

/**
 * Readings fill a few of hundreds of columns. Those that no row fills are neither shuffled nor
 * written: a file that lacks a column is null there for every reader.
 */
final class NarrowRows {

  private NarrowRows() {}

  /**
   * The rows of some files without the columns that none of the files fills.
   *
   * @param needed columns that stay
   */
  static Dataset<Row> of(
      DeltaLog log, Snapshot snapshot, List<AddFile> files, Collection<String> needed) {
    Dataset<Row> rows =
        log.createDataFrame(snapshot, ScalaSeq.of(files), false, scala.Option.empty());
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(rows.sparkSession().sparkContext());
    List<Path> paths = files.stream().map(file -> FileActions.path(log, file)).toList();
    Set<String> filled = FilledColumns.of(context, log.newDeltaHadoopConf(), paths);
    return rows.select(
        Arrays.stream(rows.columns())
            .filter(name -> needed.contains(name) || filled.contains(name))
            .map(functions::col)
            .toArray(Column[]::new));
  }
}
