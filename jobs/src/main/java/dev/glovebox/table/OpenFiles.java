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
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;
import org.apache.spark.sql.execution.datasources.OutputWriter;

/**
 * The files that one task writes, at most one of each table open at a time: rows that come in the
 * order of their partitions give one file a partition. For one thread.
 */
public final class OpenFiles {

  private final List<Target> targets;
  private final int task;
  private final OpenFile[] open;
  private final List<WrittenFile> written = new ArrayList<>();

  OpenFiles(List<Target> targets, int task) {
    this.targets = targets;
    this.task = task;
    this.open = new OpenFile[targets.size()];
  }

  /**
   * Writes a row.
   *
   * @param table its place among the tables that are written
   * @param partition values of the table's partition columns
   * @param row of the table's other columns, and no more cells than these
   */
  public void write(int table, List<String> partition, InternalRow row) {
    if (open[table] == null || !open[table].partition.equals(partition)) {
      close(table);
      open[table] = new OpenFile(targets.get(table), partition, task);
    }
    open[table].write(row);
  }

  /** Ends every file; what was written. */
  public List<WrittenFile> finish() {
    for (int table = 0; table < open.length; table++) {
      close(table);
    }
    return List.copyOf(written);
  }

  /** Takes back what was written, as far as that can be done; what is left, maintain finds. */
  public void abandon() {
    for (int table = 0; table < open.length; table++) {
      if (open[table] != null) {
        open[table].abandon();
      }
    }
    for (WrittenFile file : written) {
      targets.stream()
          .filter(target -> target.table().name().equals(file.table()))
          .forEach(target -> takeBack(file.in(new Path(target.folder())), target.hadoop().value()));
    }
  }

  private void close(int table) {
    if (open[table] != null) {
      written.add(open[table].close());
      open[table] = null;
    }
  }

  /** Deletes a file that no table knows, as far as that can be done. */
  static void takeBack(Path file, Configuration hadoop) {
    try {
      file.getFileSystem(hadoop).delete(file, false);
    } catch (IOException left) {
      // The failure that led here is the one to tell of.
    }
  }

  /** One file while it is written. */
  private static final class OpenFile {
    private final Target target;
    private final List<String> partition;
    private final Path path;
    private final Path relative;
    private final OutputWriter writer;
    private final FileStatistics statistics;

    OpenFile(Target target, List<String> partition, int task) {
      this.target = target;
      this.partition = List.copyOf(partition);
      var attempt = new TaskAttemptContextImpl(target.hadoop().value(), attempt(task));
      String name =
          "part-%05d-%s.c000%s"
              .formatted(task, UUID.randomUUID(), target.writers().getFileExtension(attempt));
      this.relative = new Path(folders() + name);
      this.path = new Path(target.folder(), relative);
      this.statistics = new FileStatistics(target.schema(), target.table().statisticsColumns());
      this.writer = target.writers().newInstance(path.toString(), target.schema(), attempt);
    }

    void write(InternalRow row) {
      statistics.add(row);
      writer.write(row);
    }

    WrittenFile close() {
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
      try {
        writer.close();
      } catch (Exception broken) { // Scala throws checked exceptions that nobody declares.
        // It is thrown away.
      }
      takeBack(path, target.hadoop().value());
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

    private static TaskAttemptID attempt(int task) {
      return new TaskAttemptID(new TaskID("glovebox", 0, TaskType.MAP, task), 0);
    }
  }
}
