package dev.glovebox.job;

import dev.glovebox.table.DerivedTables;
import dev.glovebox.table.KeyedChange;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import dev.glovebox.trip.Derivation;
import dev.glovebox.trip.Derivations;
import java.time.LocalDate;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Derives trips and charges from telemetry. Safe to run again: what a batch date has a say in is
 * derived anew, whichever dates it lies on, and only what comes out otherwise is written.
 */
public final class DeriveJob implements Job {

  private static final TableDefinition TRIPS = DerivedTables.trips();
  private static final TableDefinition CHARGES = DerivedTables.charges();
  private static final int MOST_ATTEMPTS = 3;

  private final SparkSession spark;
  private final Ground ground;
  private final Lake lake;
  private final TableDefinition telemetry;
  private final Derivation derivation;
  private final List<LocalDate> batchDates;

  /**
   * @param ground that {@link Preflight} has found sound
   * @param batchDates to be derived, in order
   */
  public DeriveJob(
      SparkSession spark,
      Ground ground,
      Lake lake,
      Derivation derivation,
      List<LocalDate> batchDates) {
    this.spark = spark;
    this.ground = ground;
    this.lake = lake;
    this.telemetry = LakeTables.telemetry(ground.catalogue());
    this.derivation = derivation;
    this.batchDates = List.copyOf(batchDates);
  }

  @Override
  public RunReport run(RunContext context) {
    RunReport report =
        context
            .begin("derive", batchDates)
            .under(ground.policyStamp(), ground.catalogue().digest());
    if (!lake.has(telemetry)) {
      return report.warned("Nothing was published yet, so there is nothing to derive from.");
    }
    lake.prepare(List.of(TRIPS, CHARGES));
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        return derive(report, context.progress());
      } catch (ConcurrentModificationException othersWereFirst) {
        context.progress().step("another run was first: deriving again");
      }
    }
    return derive(report, context.progress());
  }

  private RunReport derive(RunReport begun, Progress progress) {
    // Taken before anything is read: what is published meanwhile is derived by the next run.
    DerivedDates published = new DerivedDates(lake.turns(telemetry));
    KeyedChange tripChange = KeyedChange.begin(spark, lake, TRIPS, "trip_id");
    KeyedChange chargeChange = KeyedChange.begin(spark, lake, CHARGES, "charge_id");
    List<KeyedChange> changes = List.of(tripChange, chargeChange);
    NavigableSet<LocalDate> dates = published.toDerive(batchDates, changes);
    RunReport report = warned(begun, dates, published, changes);
    if (dates.isEmpty()) {
      return report;
    }
    progress.step("finding what " + dates.size() + " batch dates have a say in");
    Dataset<Row> readings = lake.read(telemetry);
    try (Derivations derived =
        derivation.of(readings, tripChange.rows(), chargeChange.rows(), dates)) {
      progress.step("deriving trips");
      long tripRows = replace(TRIPS, tripChange, derived.tripsBefore(), derived.trips());
      long chargeRows = replace(CHARGES, chargeChange, derived.chargesBefore(), derived.charges());
      changes.forEach(change -> published.note(dates, change));
      progress.step("committing");
      String stamp = stamp(report);
      RunReport one = committed(report, TRIPS, tripRows, tripChange.commit(stamp));
      return committed(one, CHARGES, chargeRows, chargeChange.commit(stamp));
    }
  }

  /** How many rows are written. */
  private static long replace(
      TableDefinition table, KeyedChange change, Dataset<Row> before, Dataset<Row> now) {
    if (now == null) {
      return 0;
    }
    String[] columns = table.schema().fieldNames();
    Dataset<Row> gone = Derivations.without(before, now, columns);
    Dataset<Row> come = Derivations.without(now, before, columns).persist();
    try {
      change.replace(gone, come);
      return come.count();
    } finally {
      come.unpersist();
    }
  }

  private RunReport warned(
      RunReport report,
      NavigableSet<LocalDate> dates,
      DerivedDates published,
      List<KeyedChange> changes) {
    RunReport warned = report;
    for (LocalDate date : batchDates) {
      if (!dates.contains(date)) {
        warned = warned.warned(date + " was not published: there is nothing to derive from it.");
      }
    }
    for (LocalDate date : dates) {
      if (!batchDates.contains(date)) {
        warned = warned.warned(date + " is derived again: it was published again since.");
      }
    }
    NavigableSet<LocalDate> never =
        published.neverDerived(batchDates.get(batchDates.size() - 1), changes);
    never.removeAll(batchDates);
    return never.isEmpty()
        ? warned
        : warned.warned(
            never.size()
                + " published dates before were never derived: run derive --from "
                + never.first()
                + " --to "
                + never.last()
                + ".");
  }

  private static RunReport committed(
      RunReport report, TableDefinition table, long rows, OptionalLong version) {
    return version.isEmpty()
        ? report
        : report.committed(new RunReport.Commit(table.name(), null, rows, version.getAsLong()));
  }

  private String stamp(RunReport report) {
    return CommitStamp.of(batchDates.get(batchDates.size() - 1), report);
  }
}
