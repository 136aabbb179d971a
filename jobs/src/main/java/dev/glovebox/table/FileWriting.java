package dev.glovebox.table;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import scala.collection.immutable.Map$;

/**
 * How Parquet files of some tables are written, by the engine's own writer; travels to every task.
 *
 * <p>A task that makes the rows of every table writes them all in its one pass. The engine's own
 * way, a job a table, would make them, or read them back, once for each.
 */
public final class FileWriting implements Serializable {

  private static final long serialVersionUID = 1L;

  private final List<Target> targets;

  private FileWriting(List<Target> targets) {
    this.targets = targets;
  }

  /** One table, and how the engine writes it. */
  record Target(
      TableDefinition table,
      String folder,
      StructType schema,
      OutputWriterFactory writers,
      SerializableConfiguration hadoop)
      implements Serializable {}

  static FileWriting of(SparkSession spark, Path lake, List<TableDefinition> tables) {
    List<Target> targets = new ArrayList<>();
    try {
      for (TableDefinition table : tables) {
        targets.add(target(spark, new Path(lake, table.name()), table));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new FileWriting(List.copyOf(targets));
  }

  private static Target target(SparkSession spark, Path folder, TableDefinition table)
      throws IOException {
    Job job = Job.getInstance(spark.sparkContext().hadoopConfiguration());
    StructType schema = table.dataSchema();
    OutputWriterFactory writers =
        new ParquetFileFormat()
            .prepareWrite(
                (org.apache.spark.sql.classic.SparkSession) spark,
                job,
                Map$.MODULE$.empty(),
                schema);
    return new Target(
        table,
        folder.toString(),
        schema,
        writers,
        new SerializableConfiguration(job.getConfiguration()));
  }

  /**
   * Begins to write, in one thread.
   *
   * @param task stands in the names of the files
   */
  public OpenFiles open(int task) {
    return new OpenFiles(targets, task);
  }
}
