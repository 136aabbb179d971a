package dev.glovebox.table;

import dev.glovebox.table.FileWriting.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;

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
    if (open[table] == null || !open[table].isOf(partition)) {
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
}
