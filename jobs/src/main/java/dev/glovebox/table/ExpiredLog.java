package dev.glovebox.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.TruncationGranularity;
import scala.Option;

/**
 * Keeps a table's log short: a checkpoint holds what its commits came to, and commits older than
 * the files that they could bring back have no use.
 */
public final class ExpiredLog {

  private static final Pattern COMMIT = Pattern.compile("\\d+\\.json");
  private static final Duration DELTAS_OWN_LOG = Duration.ofDays(30);

  private final SparkSession spark;
  private final Lake lake;

  public ExpiredLog(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Deletes older commits, behind a checkpoint of the newest version; one is written where there is
   * none and anything to delete.
   *
   * @param keptFrom commits from here on stay, by the clock of the store: a writer that began
   *     before a commit must still find it
   */
  public void shorten(TableDefinition table, Instant keptFrom) {
    DeltaLog log = lake.log(table);
    if (!hasOlder(log, keptFrom)) {
      return;
    }
    Snapshot snapshot = lake.newest(table);
    if (snapshot.checkpointProvider().version() < snapshot.version()) {
      log.checkpoint(snapshot, Option.empty());
    }
    long retentionMillis = log.clock().getTimeMillis() - keptFrom.toEpochMilli();
    log.cleanUpExpiredLogs(
        snapshot, Option.empty(), Option.apply(retentionMillis), TruncationGranularity.DAY());
  }

  private static boolean hasOlder(DeltaLog log, Instant keptFrom) {
    try {
      FileSystem files = log.logPath().getFileSystem(log.newDeltaHadoopConf());
      return Arrays.stream(files.listStatus(log.logPath()))
          .filter(file -> COMMIT.matcher(file.getPath().getName()).matches())
          .anyMatch(file -> file.getModificationTime() < keptFrom.toEpochMilli());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Makes the table remember dropped files for as long as they are kept. Otherwise a checkpoint
   * forgets them after a week, and a sweep would take them for what nobody needs.
   */
  public void rememberFor(TableDefinition table, Duration kept) {
    DeltaLog log = lake.log(table);
    if (DeltaLog.tombstoneRetentionMillis(lake.newest(table).metadata()) < kept.toMillis()) {
      Duration logKept = kept.plusDays(1);
      if (logKept.compareTo(DELTAS_OWN_LOG) < 0) {
        logKept = DELTAS_OWN_LOG;
      }
      spark.sql(
          "ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.deletedFileRetentionDuration' ="
                  .formatted(log.dataPath())
              + " 'interval %d seconds', 'delta.logRetentionDuration' = 'interval %d seconds')"
                  .formatted(kept.toSeconds(), logKept.toSeconds()));
    }
  }
}
