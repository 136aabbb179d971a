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
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes what is left of some files as other files, in the order of the table's keys: of owner
 * data, an owner's rows of a month in one file. Nothing is committed.
 */
final class SortedRewriting {

  /**
   * What a file aims at: 64 MiB. Erasing an owner rewrites each file that holds rows of theirs, so
   * smaller files rewrite less, and larger ones keep the log short.
   */
  static final long TARGET_BYTES = 64L << 20;

  private static final String OWNER_ID = "owner_id";

  private final DeltaLog log;
  private final TableDefinition table;
  private final long targetBytes;

  SortedRewriting(DeltaLog log, TableDefinition table, long targetBytes) {
    this.log = log;
    this.table = table;
    this.targetBytes = targetBytes;
  }

  /**
   * The files in the place of these.
   *
   * @param change from the rows of the files to what is left
   * @param tags from what the log says of the files of a partition to what it then says
   */
  List<AddFile> of(
      Snapshot snapshot,
      List<AddFile> files,
      UnaryOperator<Dataset<Row>> change,
      UnaryOperator<FileTags> tags) {
    List<AddFile> written = new ArrayList<>();
    Map<FileTags, List<AddFile>> small = new LinkedHashMap<>();
    for (List<AddFile> partition : byPartition(files).values()) {
      FileTags then = tags.apply(FileTags.ofAll(partition).withRowsInOrder());
      if (bytes(partition) <= targetBytes || !isByOwner()) {
        small.computeIfAbsent(then, group -> new ArrayList<>()).addAll(partition);
      } else {
        Dataset<Row> left = change.apply(rows(snapshot, partition));
        written.addAll(written(inSlices(left, slices(partition)), then));
      }
    }
    small.forEach(
        (then, group) -> {
          Dataset<Row> left = change.apply(rows(snapshot, group));
          written.addAll(written(partitionsWhole(left, group), then));
        });
    return written;
  }

  /** The files of these rows, in the place of whole partitions. */
  List<AddFile> of(Dataset<Row> rows, List<AddFile> partitions) {
    return written(partitionsWhole(rows, partitions), FileTags.NONE.withOwnersTogether());
  }

  private Dataset<Row> rows(Snapshot snapshot, List<AddFile> files) {
    return NarrowRows.of(log, snapshot, files, table.keyColumns());
  }

  private List<AddFile> written(Dataset<Row> dealt, FileTags tags) {
    Map<String, String> kept = isByOwner() ? tags.toMap() : Map.of();
    return SortedFiles.write(log, table, dealt).stream()
        .map(file -> FileActions.added(table, file, kept))
        .toList();
  }

  /** A partition goes to one task, which writes it as one file. */
  private Dataset<Row> partitionsWhole(Dataset<Row> rows, List<AddFile> files) {
    return table.partitionColumns().isEmpty()
        ? rows.coalesce(1)
        : rows.repartition(tasks(rows, files), columns(table.partitionColumns()));
  }

  /** Owners are dealt to the slices whole, in their order. */
  private static Dataset<Row> inSlices(Dataset<Row> rows, int slices) {
    return rows.repartitionByRange(slices, col(OWNER_ID));
  }

  private int slices(List<AddFile> files) {
    return Math.toIntExact((bytes(files) + targetBytes - 1) / targetBytes);
  }

  private int tasks(Dataset<Row> rows, List<AddFile> files) {
    int partitions = byPartition(files).size();
    int cores = rows.sparkSession().sparkContext().defaultParallelism();
    return Math.min(partitions, Math.max(cores, slices(files)));
  }

  private boolean isByOwner() {
    return table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING);
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
