package dev.glovebox.job;

import dev.glovebox.config.Config;
import dev.glovebox.privacy.ReasonCode;
import dev.glovebox.privacy.Retention;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.Compaction;
import dev.glovebox.table.ExpiredLog;
import dev.glovebox.table.ExpiredRecords;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.Months;
import dev.glovebox.table.ReleasedData;
import dev.glovebox.table.ReleasedValues;
import dev.glovebox.table.SmallFiles;
import dev.glovebox.table.Sweep;
import dev.glovebox.table.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * Keeps the lake small: lets go of what was kept long enough, compacts closed months, deletes files
 * that no table needs. Safe to run again, and beside a publish.
 */
public final class MaintainJob implements Job {

  private static final Duration DAY = Duration.ofDays(1);

  private final SparkSession spark;
  private final Ground ground;
  private final Lake lake;
  private final Instant asOf;
  private final Months months;

  /**
   * @param ground that {@link Preflight} has found sound
   * @param asOf the time to go by
   */
  public MaintainJob(SparkSession spark, Ground ground, Lake lake, Instant asOf) {
    this.spark = spark;
    this.ground = ground;
    this.lake = lake;
    this.asOf = asOf;
    this.months = new Months(config().timeZone(), lateness());
  }

  @Override
  public RunReport run(RunContext context) {
    RunReport report = begin(context);
    List<TableDefinition> tables = made();
    Map<String, Lake.Extent> before = extents(tables);
    Gone gone = expire(tables, report, context.progress());
    compact(tables, report, context.progress());
    Map<String, Long> deleted = sweep(tables, context);
    for (TableDefinition table : tables) {
      report = report.tidied(upkeep(table, before.get(table.name()), gone, deleted));
    }
    return report;
  }

  private RunReport begin(RunContext context) {
    RunReport report =
        context.begin("maintain", asOf).under(ground.policyStamp(), ground.catalogue().digest());
    return asOf.isAfter(context.startedAt())
        ? report.warned("--as-of lies ahead of the clock: what it lets go of, goes early.")
        : report;
  }

  /** A lake into which nothing was published has no tables, and needs none. */
  private List<TableDefinition> made() {
    return LakeTables.all(ground.catalogue()).stream().filter(lake::has).toList();
  }

  private Gone expire(List<TableDefinition> tables, RunReport report, Progress progress) {
    Gone gone = new Gone(new HashMap<>(), new HashMap<>());
    if (tables.contains(LakeTables.ledger())) {
      progress.step("letting go of what was kept long enough");
      Retention retention = ground.policy().retention();
      ReleasedData.Gone released =
          new ReleasedData(lake, released(), months, ReasonCode.RETENTION)
              .expire(
                  retention.keptFrom(today(), months.zone()),
                  report.runId(),
                  CommitStamp.of(report));
      gone.rows().putAll(released.rows());
      gone.values().putAll(released.values());
    }
    LocalDate keptFrom = recordsKeptFrom();
    for (TableDefinition records : List.of(LakeTables.quarantine(), LakeTables.seen())) {
      if (tables.contains(records)) {
        long rows = new ExpiredRecords(lake, records).dropBefore(keptFrom, CommitStamp.of(report));
        gone.rows().put(records.name(), rows);
      }
    }
    return gone;
  }

  private record Gone(Map<String, Long> rows, Map<String, Long> values) {}

  private List<ReleasedValues> released() {
    return List.of(
        ReleasedValues.readings(
            ground.catalogue(),
            ground.catalogue().fields(FleetTelemetryAdapter.SOURCE),
            RecordKind.VEHICLE_DATA.code()),
        ReleasedValues.alerts(RecordKind.ALERTS.code()),
        ReleasedValues.connectivity(RecordKind.CONNECTIVITY.code()));
  }

  /**
   * As long as a feed is mended and its days published again, these need what repeats are known by.
   */
  private LocalDate recordsKeptFrom() {
    LocalDate byPolicy = ground.policy().retention().quarantine().keptFrom(today());
    LocalDate byWindow = today().minusDays(config().duplicates().windowDays() + 1L);
    return byPolicy.isBefore(byWindow) ? byPolicy : byWindow;
  }

  private void compact(List<TableDefinition> tables, RunReport report, Progress progress) {
    for (TableDefinition table : tables) {
      if (table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING)) {
        compactMonths(table, report, progress);
      } else if (table.partitionColumns().isEmpty()) {
        progress.step("compacting " + table.name());
        new SmallFiles(lake, table).compact(CommitStamp.of(report));
      }
    }
  }

  private void compactMonths(TableDefinition table, RunReport report, Progress progress) {
    Compaction compaction = new Compaction(lake, table);
    for (String month : Months.of(lake, table)) {
      if (months.isClosed(month, asOf)) {
        progress.step("compacting " + table.name() + " of " + month);
        compaction.compact(month, CommitStamp.of(report));
      }
    }
  }

  private Map<String, Long> sweep(List<TableDefinition> tables, RunContext context) {
    Duration kept = config().erasure().vacuumAfter();
    Instant clock = asOf.isBefore(context.startedAt()) ? asOf : context.startedAt();
    Sweep sweep = new Sweep(lake, asOf.minus(kept), context.startedAt());
    ExpiredLog log = new ExpiredLog(spark, lake);
    Map<String, Long> deleted = new LinkedHashMap<>();
    for (TableDefinition table : tables) {
      context.progress().step("sweeping " + table.name());
      log.rememberFor(table, kept);
      deleted.put(table.name(), sweep.sweep(table));
      log.shorten(table, clock.minus(kept).minus(DAY));
    }
    return deleted;
  }

  private Map<String, Lake.Extent> extents(List<TableDefinition> tables) {
    Map<String, Lake.Extent> extents = new HashMap<>();
    tables.forEach(table -> extents.put(table.name(), lake.extent(table)));
    return extents;
  }

  private RunReport.Upkeep upkeep(
      TableDefinition table, Lake.Extent before, Gone gone, Map<String, Long> deleted) {
    Lake.Extent after = lake.extent(table);
    return new RunReport.Upkeep(
        table.name(),
        before.files(),
        after.files(),
        before.bytes(),
        after.bytes(),
        gone.values().getOrDefault(table.name(), 0L),
        gone.rows().getOrDefault(table.name(), 0L),
        deleted.get(table.name()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(asOf, months.zone());
  }

  /** Readings of a month still arrive while their batch dates may repeat one another. */
  private Duration lateness() {
    return Duration.ofDays(config().duplicates().windowDays()).plus(config().limits().clockAhead());
  }

  private Config config() {
    return ground.config();
  }
}
