package dev.glovebox.table;

import dev.glovebox.table.FileWriting.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.execution.datasources.OutputWriter;

/**
 * One file while it is written. Its first rows are held back until they show how its columns are
 * best kept.
 */
final class OpenFile {

  private final Target target;
  private final List<String> partition;
  private final int task;
  private final Path path;
  private final Path relative;
  private final FileStatistics statistics;
  private final Dictionaries dictionaries;
  private final List<InternalRow> heldBack = new ArrayList<>();

  /** Null while rows are held back. */
  private OutputWriter writer;

  OpenFile(Target target, List<String> partition, int task) {
    this.target = target;
    this.partition = List.copyOf(partition);
    this.task = task;
    String extension = target.writers().getFileExtension(attempt(target.hadoop().value()));
    String name = "part-%05d-%s.c000%s".formatted(task, UUID.randomUUID(), extension);
    this.relative = new Path(folders() + name);
    this.path = new Path(target.folder(), relative);
    this.statistics = new FileStatistics(target.schema(), target.table().statisticsColumns());
    this.dictionaries = new Dictionaries(target.schema());
    if (!dictionaries.dependOnRows()) {
      begin(target.hadoop().value());
    }
  }

  boolean isOf(List<String> other) {
    return partition.equals(other);
  }

  void write(InternalRow row) {
    statistics.add(row);
    if (writer != null) {
      writer.write(row);
    } else {
      heldBack.add(row.copy());
      if (heldBack.size() == Dictionaries.ROWS) {
        beginWithHeldBack();
      }
    }
  }

  WrittenFile close() {
    if (writer == null) {
      beginWithHeldBack();
    }
    writer.close();
    try {
      Configuration hadoop = target.hadoop().value();
      FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
      return new WrittenFile(
          target.table().name(),
          relative.toUri().toString(),
          partition,
          status.getLen(),
          status.getModificationTime(),
          statistics.rows(),
          statistics.toJson());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  void abandon() {
    if (writer != null) {
      try {
        writer.close();
      } catch (Exception broken) { // Scala throws checked exceptions that nobody declares.
        // It is thrown away.
      }
    }
    OpenFiles.takeBack(path, target.hadoop().value());
  }

  private void beginWithHeldBack() {
    begin(dictionaries.chosen(heldBack, target.hadoop().value()));
    heldBack.forEach(writer::write);
    heldBack.clear();
  }

  private void begin(Configuration settings) {
    writer = target.writers().newInstance(path.toString(), target.schema(), attempt(settings));
  }

  private String folders() {
    StringBuilder folders = new StringBuilder();
    List<String> columns = target.table().partitionColumns();
    for (int i = 0; i < columns.size(); i++) {
      folders
          .append(ExternalCatalogUtils.getPartitionPathString(columns.get(i), partition.get(i)))
          .append(Path.SEPARATOR);
    }
    return folders.toString();
  }

  private TaskAttemptContext attempt(Configuration settings) {
    TaskID id = new TaskID("glovebox", 0, TaskType.MAP, task);
    return new TaskAttemptContextImpl(settings, new TaskAttemptID(id, 0));
  }
}
