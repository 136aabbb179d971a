package dev.glovebox.table;

import java.io.OutputStream;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaHistoryManager;
import org.apache.spark.sql.delta.DeltaIllegalStateException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.catalog.DeltaTableV2;
import org.apache.spark.sql.delta.commands.LastVacuumInfo;
import org.apache.spark.sql.delta.commands.VacuumCommand;
import org.apache.spark.util.Clock;
import scala.Console;
import scala.Option;

/**
 * Deletes the data files of a table that no version of it needs any more: those that the log names,
 * and by a listing of the store what no log names, which a killed run left.
 *
 * <p>Delta's own command goes by the clock and by whole hours; this one goes by an instant. A file
 * that a writer may still be about to commit is deleted only once that writer is sure to fail.
 */
public final class Sweep {

  /** No run lasts longer; what is older is nobody's unfinished work. */
  static final Duration LONGEST_RUN = Duration.ofDays(1);

  private static final String CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";
  private static final String LOGGING = "spark.databricks.delta.vacuum.logging.enabled";
  private static final String LISTING_TASKS =
      "spark.sql.sources.parallelPartitionDiscovery.parallelism";

  /** The engine's own ten thousand listings take minutes to list nothing. */
  private static final int LISTINGS_A_CORE = 4;

  private static final String LITE = "LITE";
  private static final String FULL = "FULL";
  private static final int LISTED_AT_ONCE = 1_000;

  private final SparkSession spark;
  private final Lake lake;
  private final Instant deletedBefore;
  private final Instant startedAt;

  /**
   * @param deletedBefore files that were written and dropped before are deleted
   * @param startedAt when this run began, by the clock
   */
  public Sweep(SparkSession spark, Lake lake, Instant deletedBefore, Instant startedAt) {
    this.spark = spark;
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
    String listings = Integer.toString(LISTINGS_A_CORE * spark.sparkContext().defaultParallelism());
    Map<String, String> settings =
        Map.of(CHECK, "false", LOGGING, "false", LISTING_TASKS, listings);
    return SessionSettings.with(spark, settings, () -> sweep(lake.log(table)));
  }

  private long sweep(DeltaLog log) {
    boolean fresh = deletedBefore.isAfter(startedAt.minus(LONGEST_RUN));
    long limit = deletedBefore.toEpochMilli();
    long before = fresh ? Math.min(limit, log.clock().getTimeMillis()) : limit;
    UnnamedCommits.delete(log, before);
    long unneeded = listed(log, before);
    if (unneeded > 0) {
      if (fresh) {
        SweepTurn.take(log, before);
      }
      lite(log, before);
      vacuum(log, FULL, before);
      remember(log, before);
    }
    return unneeded;
  }

  /** How many files there are to delete. */
  private long listed(DeltaLog log, long beforeMillis) {
    Dataset<Row> paths = gc(log, FULL, beforeMillis, true);
    return paths.filter("substring_index(path, '/', -1) NOT LIKE '%=%'").count();
  }

  /** A log that was shortened too far to tell is no harm: the listing finds the same files. */
  private void lite(DeltaLog log, long beforeMillis) {
    try {
      vacuum(log, LITE, beforeMillis);
    } catch (DeltaIllegalStateException shortened) {
      return;
    }
  }

  private void vacuum(DeltaLog log, String kind, long beforeMillis) {
    gc(log, kind, beforeMillis, false);
  }

  private Dataset<Row> gc(DeltaLog log, String kind, long beforeMillis, boolean dryRun) {
    DeltaTableV2 table =
        new DeltaTableV2(
            spark,
            log.dataPath(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            scala.collection.immutable.Map$.MODULE$.empty());
    // The command prints what it did; people read it in the run's own summary.
    return Console.withOut(
        OutputStream.nullOutputStream(),
        () ->
            VacuumCommand.gc(
                spark,
                table,
                dryRun,
                Option.apply(0.0),
                Option.empty(),
                Option.apply(kind),
                scala.collection.immutable.Map$.MODULE$.empty(),
                new Fixed(beforeMillis)));
  }

  /** So that the next sweep by the log begins where this one ended: the listing forgets it. */
  private void remember(DeltaLog log, long beforeMillis) {
    DeltaHistoryManager.Commit swept =
        new DeltaHistoryManager(log, LISTED_AT_ONCE)
            .getActiveCommitAtTime(new Timestamp(beforeMillis), Option.empty(), true, false, true);
    if (swept.timestamp() <= beforeMillis) {
      LastVacuumInfo.persistLastVacuumInfo(new LastVacuumInfo(Option.apply(swept.version())), log);
    }
  }

  /** A clock that stands. */
  private record Fixed(long millis) implements Clock {

    @Override
    public long getTimeMillis() {
      return millis;
    }

    @Override
    public long nanoTime() {
      return millis * 1_000_000;
    }

    @Override
    public long waitTillTime(long targetTime) {
      return millis;
    }
  }
}
