package dev.glovebox.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * What a killed run left in a table's log: a commit, or the checksum of one, that was written and
 * not yet renamed. Its name begins with a dot, and no reader looks at it.
 */
final class UnnamedCommits {

  private static final Pattern NAME = Pattern.compile("\\.+\\d+\\..*\\.tmp(\\.crc)?");

  private UnnamedCommits() {}

  /** Deletes those that were written before. */
  static void delete(DeltaLog log, long beforeMillis) {
    try {
      FileSystem files = withChecksums(log.logPath().getFileSystem(log.newDeltaHadoopConf()));
      for (FileStatus file : files.listStatus(log.logPath())) {
        Path path = file.getPath();
        if (NAME.matcher(path.getName()).matches() && file.getModificationTime() < beforeMillis) {
          files.delete(path, false);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A local file system hides the checksums that it keeps beside files. */
  private static FileSystem withChecksums(FileSystem files) {
    return files instanceof ChecksumFileSystem local ? local.getRawFileSystem() : files;
  }
}
