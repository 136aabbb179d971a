package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes partitions of owner data as files in the order of owner, vehicle and instant, an owner's
 * rows of a month in one file.
 */
final class OwnerSortedFiles {

  /**
   * What a file aims at: 64 MiB. Erasing an owner rewrites each file that holds rows of theirs, so
   * smaller files rewrite less, and larger ones keep the log short.
   */
  static final long TARGET_BYTES = 64L << 20;

  private static final String OWNER_ID = "owner_id";

  private final TableDefinition table;
  private final long targetBytes;

  OwnerSortedFiles(TableDefinition table, long targetBytes) {
    this.table = table;
    this.targetBytes = targetBytes;
  }

  /**
   * Takes files away and puts what is left of their rows in their place, in order.
   *
   * @param change from the rows of the files to what is left
   * @param tags from what the log says of the files to what it then says
   */
  void rewrite(
      Rewrite rewrite,
      List<AddFile> files,
      UnaryOperator<Dataset<Row>> change,
      UnaryOperator<FileTags> tags) {
    Map<FileTags, List<AddFile>> small = new LinkedHashMap<>();
    for (List<AddFile> partition : byPartition(files).values()) {
      FileTags then = tags.apply(FileTags.ofAll(partition));
      if (bytes(partition) <= targetBytes) {
        small.computeIfAbsent(then, group -> new ArrayList<>()).addAll(partition);
      } else {
        Dataset<Row> left = change.apply(rewrite.rows(partition));
        rewrite.add(inSlices(left, slices(partition)), then.toMap());
      }
    }
    small.forEach(
        (then, group) -> {
          Dataset<Row> left = change.apply(rewrite.rows(group));
          rewrite.add(partitionsWhole(left, tasks(left, group)), then.toMap());
        });
    rewrite.drop(files);
  }

  /** Takes whole partitions away and puts these rows in their place, in order. */
  void replace(Rewrite rewrite, List<AddFile> partitions, Dataset<Row> rows) {
    FileTags tags = new FileTags(true, Map.of());
    rewrite.add(partitionsWhole(rows, tasks(rows, partitions)), tags.toMap()).drop(partitions);
  }

  /** A partition goes to one task, which writes it as one file. */
  private Dataset<Row> partitionsWhole(Dataset<Row> rows, int tasks) {
    return inOrder(rows, narrow -> narrow.repartition(tasks, columns(table.partitionColumns())));
  }

  /** Owners are dealt to the slices whole, in their order. */
  private Dataset<Row> inSlices(Dataset<Row> rows, int slices) {
    return inOrder(rows, narrow -> narrow.repartitionByRange(slices, col(OWNER_ID)));
  }

  private Dataset<Row> inOrder(Dataset<Row> rows, UnaryOperator<Dataset<Row>> dealt) {
    List<String> order = table.keyColumns();
    return dealt.apply(NarrowRows.of(rows, order)).sortWithinPartitions(columns(order));
  }

  private int slices(List<AddFile> files) {
    return Math.toIntExact((bytes(files) + targetBytes - 1) / targetBytes);
  }

  private int tasks(Dataset<Row> rows, List<AddFile> files) {
    int partitions = byPartition(files).size();
    int cores = rows.sparkSession().sparkContext().defaultParallelism();
    return Math.min(partitions, Math.max(cores, slices(files)));
  }

  static Map<Map<String, String>, List<AddFile>> byPartition(List<AddFile> files) {
    Map<Map<String, String>, List<AddFile>> partitions = new LinkedHashMap<>();
    for (AddFile file : files) {
      Map<String, String> key = CollectionConverters.asJava(file.partitionValues());
      partitions.computeIfAbsent(Map.copyOf(key), values -> new ArrayList<>()).add(file);
    }
    return partitions;
  }

  private static long bytes(List<AddFile> files) {
    return files.stream().mapToLong(AddFile::size).sum();
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
