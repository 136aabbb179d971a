package dev.glovebox.table;

import java.time.Duration;
import java.time.Instant;
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

  private static final Duration DELTAS_OWN_LOG = Duration.ofDays(30);

  private final SparkSession spark;
  private final Lake lake;

  public ExpiredLog(SparkSession spark, Lake lake) {
    this.spark = spark;
    this.lake = lake;
  }

  /**
   * Writes a checkpoint where there is none of the newest version, and deletes older commits.
   *
   * @param keptFrom commits from here on stay, by the clock of the store: a writer that began
   *     before a commit must still find it
   */
  public void shorten(TableDefinition table, Instant keptFrom) {
    DeltaLog log = lake.log(table);
    Snapshot snapshot = lake.newest(table);
    if (snapshot.checkpointProvider().version() < snapshot.version()) {
      log.checkpoint(snapshot, Option.empty());
    }
    long retentionMillis = log.clock().getTimeMillis() - keptFrom.toEpochMilli();
    log.cleanUpExpiredLogs(
        snapshot, Option.empty(), Option.apply(retentionMillis), TruncationGranularity.DAY());
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
