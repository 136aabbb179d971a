package dev.glovebox.table;

import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Deletes the data files of a table that no version of it needs any more: those that it dropped,
 * and what no log names, which a killed run left.
 *
 * <p>Delta's own command goes by the clock and by whole hours, and lists the store by jobs of the
 * engine; this one goes by an instant. A file that a writer may still be about to commit is deleted
 * only once that writer is sure to fail.
 */
public final class Sweep {

  /** No run lasts longer; what is older is nobody's unfinished work. */
  static final Duration LONGEST_RUN = Duration.ofDays(1);

  private final Lake lake;
  private final Instant deletedBefore;
  private final Instant startedAt;

  /**
   * @param deletedBefore files that were written and dropped before are deleted
   * @param startedAt when this run began, by the clock
   */
  public Sweep(Lake lake, Instant deletedBefore, Instant startedAt) {
    this.lake = lake;
    this.deletedBefore = deletedBefore;
    this.startedAt = startedAt;
  }

  /**
   * Sweeps one table.
   *
   * @return how many data files are gone from the store
   */
  public long sweep(TableDefinition table) {
    DeltaLog log = lake.log(table);
    boolean fresh = deletedBefore.isAfter(startedAt.minus(LONGEST_RUN));
    long limit = deletedBefore.toEpochMilli();
    long before = fresh ? Math.min(limit, log.clock().getTimeMillis()) : limit;
    UnnamedCommits.delete(log, before);
    Leftovers left = Leftovers.listed(log, before).except(lake.newest(table));
    if (left.count() > 0) {
      if (fresh) {
        SweepTurn.take(log, before);
        left.exceptHeldBy(lake.newest(table)); // a writer may have been quicker than the turn
      }
      left.delete();
    }
    return left.count();
  }
}
