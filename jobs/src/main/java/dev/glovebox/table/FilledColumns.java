package dev.glovebox.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Which columns of some Parquet files have values, by what stands at the end of each file: nothing
 * of their rows is read.
 */
final class FilledColumns {

  private static final int FILES_A_TASK = 8;

  private FilledColumns() {}

  /**
   * The columns that a value of any of the files may be in.
   *
   * @param hadoop by which the files are opened
   */
  static Set<String> of(JavaSparkContext context, Configuration hadoop, Collection<Path> files) {
    Broadcast<SerializableConfiguration> opened =
        context.broadcast(new SerializableConfiguration(hadoop));
    List<String> names = files.stream().map(Path::toString).toList();
    int tasks = Math.max(context.defaultParallelism(), names.size() / FILES_A_TASK);
    try {
      return new HashSet<>(
          context
              .parallelize(names, Math.max(1, Math.min(tasks, names.size())))
              .mapPartitions(some -> of(opened.value().value(), some).iterator())
              .collect());
    } finally {
      opened.destroy();
    }
  }

  private static Set<String> of(Configuration hadoop, Iterator<String> files) {
    Set<String> filled = new HashSet<>();
    files.forEachRemaining(file -> addFilled(hadoop, new Path(file), filled));
    return filled;
  }

  private static void addFilled(Configuration hadoop, Path file, Set<String> filled) {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
          if (mayBeFilled(chunk)) {
            filled.add(chunk.getPath().toArray()[0]);
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** An empty list is a value, and counts as a null of what would be in it. */
  private static boolean mayBeFilled(ColumnChunkMetaData chunk) {
    Statistics<?> statistics = chunk.getStatistics();
    return chunk.getPath().size() > 1
        || statistics == null
        || !statistics.isNumNullsSet()
        || statistics.getNumNulls() < chunk.getValueCount();
  }
}
