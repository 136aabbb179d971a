package dev.glovebox.job;

import dev.glovebox.job.JobFailure.Category;
import dev.glovebox.publishing.Findings;
import dev.glovebox.publishing.Ledger;
import dev.glovebox.publishing.Outcome;
import dev.glovebox.publishing.Readings;
import dev.glovebox.store.RawObjects;
import dev.glovebox.store.RawObjects.StoredObject;
import dev.glovebox.store.Redaction;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Publishes batch dates to their owners. Safe to run again: a date is replaced whole. */
public final class PublishJob implements Job {

  private static final int SHOWN_OBJECTS = 10;

  private final Ground ground;
  private final Lake lake;
  private final RawObjects raw;
  private final Readings readings;
  private final TableDefinition telemetry;
  private final PublishedDates dates;
  private final List<LocalDate> batchDates;

  /**
   * @param ground that {@link Preflight} has found sound
   * @param raw where the objects arrive
   * @param readings that judge them
   * @param batchDates to be published, in order
   */
  public PublishJob(
      Ground ground, Lake lake, RawObjects raw, Readings readings, List<LocalDate> batchDates) {
    this.ground = ground;
    this.lake = lake;
    this.raw = raw;
    this.readings = readings;
    this.telemetry = LakeTables.telemetry(ground.catalogue());
    this.dates = new PublishedDates(lake, telemetry, ground.config().duplicates().windowDays());
    this.batchDates = List.copyOf(batchDates);
  }

  @Override
  public RunReport run(RunContext context) {
    lake.prepare(tables());
    NavigableSet<LocalDate> all = dates.withDependents(batchDates);
    RunReport report = begin(context);
    for (LocalDate date : all) {
      List<StoredObject> objects = objectsOf(date);
      if (batchDates.contains(date)) {
        report = publish(date, objects, report, context);
      } else if (objects.isEmpty()) {
        report =
            report.warned(
                date
                    + " depends on what changes here, but its raw objects are gone: it stays as it was.");
      } else {
        report = report.warned(date + " is published again: it depends on what changes here.");
        report = publish(date, objects, report, context);
      }
    }
    return report;
  }

  private List<TableDefinition> tables() {
    return List.of(
        telemetry,
        LakeTables.alerts(),
        LakeTables.connectivity(),
        LakeTables.completeness(),
        LakeTables.quarantine(),
        LakeTables.seen(),
        LakeTables.ledger());
  }

  private RunReport begin(RunContext context) {
    return context
        .begin("publish", batchDates)
        .under(ground.policyStamp(), ground.catalogue().digest());
  }

  private RunReport publish(
      LocalDate date, List<StoredObject> objects, RunReport report, RunContext context) {
    context.progress().step(date + ": judging " + objects.size() + " objects");
    try (Findings findings = readings.judge(date, objects, dates.before(date))) {
      Ledger ledger = findings.ledger();
      requireBalance(date, ledger);
      requireTolerable(date, ledger, findings);
      RunReport counted =
          report.counted(
              tally(ledger.messages(), ledger::messages), tally(ledger.values(), ledger::values));
      return write(date, findings, ledger, counted, context);
    }
  }

  private List<StoredObject> objectsOf(LocalDate date) {
    try {
      return raw.of(date);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ledger is written last: a date that it has is whole. */
  private RunReport write(
      LocalDate date, Findings findings, Ledger ledger, RunReport report, RunContext context) {
    Map<String, Long> counts = findings.rowCounts();
    counts.put("ledger", (long) ledger.entries().size());
    String stamp = PublishedDates.stamp(date, report);
    long turn = dates.nextTurn(date);
    RunReport written = report;
    for (TableDefinition table : tables()) {
      context.progress().step(date + ": writing " + table.name());
      Dataset<Row> rows = rows(table, findings, ledger, context);
      long version = lake.replace(table, date, rows, stamp, turn);
      long added = counts.getOrDefault(table.name(), 0L);
      written = written.committed(new RunReport.Commit(table.name(), date, added, version));
    }
    return written;
  }

  private static Dataset<Row> rows(
      TableDefinition table, Findings findings, Ledger ledger, RunContext context) {
    return switch (table.name()) {
      case "telemetry" -> findings.telemetry();
      case "alerts" -> findings.alerts();
      case "connectivity" -> findings.connectivity();
      case "completeness" -> findings.completeness();
      case "quarantine" -> findings.quarantine();
      case "seen" -> findings.seen();
      case "ledger" -> findings.ledger(ledger, context.runId());
      default -> throw new IllegalArgumentException("Nothing is found for " + table.name());
    };
  }

  private static void requireBalance(LocalDate date, Ledger ledger) {
    List<String> imbalances = ledger.imbalances();
    if (!imbalances.isEmpty()) {
      throw new JobFailure(
          Category.OTHER,
          "The ledger of "
              + date
              + " does not balance, so nothing of it was written. This is a fault of the program;"
              + " report it with these lines.\n- "
              + String.join("\n- ", imbalances));
    }
  }

  private void requireTolerable(LocalDate date, Ledger ledger, Findings findings) {
    double tolerated = ground.config().tolerance().rejectedShare();
    if (ledger.rejectedShare() > tolerated) {
      throw new JobFailure(
          Category.INPUT,
          String.format(
              Locale.ROOT,
              "Of %,d messages of %s %,d were rejected: %.2f %%, more than the %.2f %% of"
                  + " tolerance.rejected-share. Nothing of this date was written. Look at these"
                  + " objects, with the number of their rejected records and of rejected values; mend them, or raise the tolerance"
                  + " to publish the rest.\n- %s",
              ledger.messages(),
              date,
              ledger.messages(Outcome.REJECTED),
              100 * ledger.rejectedShare(),
              100 * tolerated,
              Redaction.text(String.join("\n- ", findings.worstObjects(SHOWN_OBJECTS)))));
    }
  }

  private static RunReport.Tally tally(long received, ToLongFunction<Outcome> count) {
    return new RunReport.Tally(
        received,
        count.applyAsLong(Outcome.RELEASED),
        count.applyAsLong(Outcome.WITHHELD),
        count.applyAsLong(Outcome.REJECTED),
        count.applyAsLong(Outcome.DUPLICATE));
  }
}
