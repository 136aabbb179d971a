package dev.glovebox.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.BulkDelete;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.apache.spark.sql.delta.actions.RemoveFile;

/**
 * The data files in a table's folder that no version of the table needs any more: those that it
 * dropped, and those that no log names. One listing of the folder finds both.
 */
final class Leftovers {

  private final Path folder;
  private final FileSystem store;
  private final long beforeMillis;

  /** Files that are not known to be needed, as paths without the store's address. */
  private final Set<String> files = new HashSet<>();

  private final Map<String, Integer> filesInFolder = new HashMap<>();

  private Leftovers(DeltaLog log, long beforeMillis) throws IOException {
    this.folder = log.dataPath();
    this.store = folder.getFileSystem(log.newDeltaHadoopConf());
    this.beforeMillis = beforeMillis;
  }

  /**
   * Lists a table's folder. What is left over is known once {@link #except} was told of a version.
   *
   * @param beforeMillis files that were written and dropped before are needed no more
   */
  static Leftovers listed(DeltaLog log, long beforeMillis) {
    try {
      Leftovers found = new Leftovers(log, beforeMillis);
      found.list();
      return found;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void list() throws IOException {
    for (FileStatus entry : store.listStatus(folder)) {
      if (entry.isFile()) {
        add(entry);
      } else if (isVisible(entry)) {
        RemoteIterator<? extends FileStatus> below = store.listFiles(entry.getPath(), true);
        while (below.hasNext()) {
          add(below.next());
        }
      }
    }
  }

  private void add(FileStatus file) {
    filesInFolder.merge(name(file.getPath().getParent()), 1, Integer::sum);
    if (isVisible(file) && file.getModificationTime() < beforeMillis) {
      files.add(name(file.getPath()));
    }
  }

  /** Others are the log's, or somebody's own. */
  private static boolean isVisible(FileStatus entry) {
    String name = entry.getPath().getName();
    return !name.startsWith("_") && !name.startsWith(".");
  }

  /** Without what a version of the table needs, or dropped too lately. */
  Leftovers except(Snapshot version) {
    exceptHeldBy(version);
    if (!files.isEmpty()) { // the log is replayed for what it dropped

      Iterator<RemoveFile> dropped = version.tombstones().toLocalIterator();
      while (dropped.hasNext()) {
        RemoveFile file = dropped.next();
        if (file.delTimestamp() >= beforeMillis) {
          keep(file.path(), file.deletionVector());
        }
      }
    }
    return this;
  }

  /** Without what a version of the table needs. */
  void exceptHeldBy(Snapshot version) {
    Iterator<AddFile> held = new TableState(version).files();
    held.forEachRemaining(file -> keep(file.path(), file.deletionVector()));
  }

  private void keep(String path, DeletionVectorDescriptor deleted) {
    files.remove(name(new Path(folder, new Path(URI.create(path)))));
    if (deleted != null && deleted.isOnDisk()) {
      files.remove(name(deleted.absolutePath(folder)));
    }
  }

  /** How many there are. */
  long count() {
    return files.size();
  }

  /** Deletes them, and the folders in which nothing is left: those are named after owners. */
  void delete() {
    try (BulkDelete deletion = store.createBulkDelete(folder)) {
      List<Path> page = new ArrayList<>();
      for (String file : files) {
        page.add(path(file));
        if (page.size() == deletion.pageSize()) {
          requireDeleted(deletion.bulkDelete(page));
          page.clear();
        }
      }
      requireDeleted(deletion.bulkDelete(page));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    files.forEach(this::leave);
  }

  private static void requireDeleted(List<Map.Entry<Path, String>> failures) throws IOException {
    if (!failures.isEmpty()) {
      throw new IOException(
          "The store did not delete %d of the files that no table needs. See that deleting is allowed there, and run maintain again."
              .formatted(failures.size()));
    }
  }

  private void leave(String file) {
    Path left = path(file).getParent();
    if (filesInFolder.merge(name(left), -1, Integer::sum) == 0) {
      while (!left.equals(folder) && isGone(left)) {
        left = left.getParent();
      }
    }
  }

  /** False for a folder in which something still is. */
  private boolean isGone(Path empty) {
    try {
      store.delete(empty, false);
      return true;
    } catch (IOException inhabited) {
      return false;
    }
  }

  private Path path(String name) {
    return new Path(folder.toUri().getScheme(), folder.toUri().getAuthority(), name);
  }

  private static String name(Path file) {
    return file.toUri().getPath();
  }
}
