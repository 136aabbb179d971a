package dev.glovebox.job;

import dev.glovebox.job.JobFailure.Category;
import dev.glovebox.publishing.Arrivals;
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
import dev.glovebox.table.WrittenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Publishes batch dates to their owners. Safe to run again: a date is replaced whole. */
public final class PublishJob implements Job {

  private static final int SHOWN_OBJECTS = 10;
  private static final TableDefinition LEDGER = LakeTables.ledger();

  private final Ground ground;
  private final Lake lake;
  private final RawObjects raw;
  private final Readings readings;
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
    this.dates =
        new PublishedDates(
            lake, readings.tables().get(0), ground.config().duplicates().windowDays());
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

  /** In the order of their commits: a date that the ledger has is whole. */
  private List<TableDefinition> tables() {
    return Stream.concat(readings.tables().stream(), Stream.of(LEDGER)).toList();
  }

  private RunReport begin(RunContext context) {
    return context
        .begin("publish", batchDates)
        .under(ground.policyStamp(), ground.catalogue().digest());
  }

  private RunReport publish(
      LocalDate date, List<StoredObject> objects, RunReport report, RunContext context) {
    // Taken before anything is read: of two runs at once, the one with the older input gives way.
    long turn = dates.nextTurn(date);
    context.progress().step(date + ": reading " + objects.size() + " objects");
    try (Arrivals arrivals = readings.read(date, objects)) {
      context.progress().step(date + ": judging " + arrivals.messages() + " messages");
      Findings findings = readings.judge(arrivals, dates.before(date));
      Ledger ledger = accepted(date, findings);
      RunReport counted =
          report.counted(
              tally(ledger.messages(), ledger::messages), tally(ledger.values(), ledger::values));
      return write(date, findings, ledger, turn, counted, context);
    }
  }

  /** The ledger of findings that may be committed; of others nothing is left. */
  private Ledger accepted(LocalDate date, Findings findings) {
    try {
      Ledger ledger = findings.ledger();
      requireBalance(date, ledger);
      requireTolerable(date, ledger, findings);
      return ledger;
    } catch (JobFailure refused) {
      lake.discard(findings.files());
      throw refused;
    }
  }

  private List<StoredObject> objectsOf(LocalDate date) {
    try {
      return raw.of(date);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RunReport write(
      LocalDate date,
      Findings findings,
      Ledger ledger,
      long turn,
      RunReport report,
      RunContext context) {
    String stamp = CommitStamp.of(date, report);
    RunReport written = report;
    for (TableDefinition table : tables()) {
      context.progress().step(date + ": committing " + table.name());
      List<WrittenFile> files =
          table.equals(LEDGER)
              ? lake.write(LEDGER, ledger.rows(date, context.runId()))
              : findings.files(table.name());
      long version = lake.replace(table, date, files, stamp, turn);
      long rows = files.stream().mapToLong(WrittenFile::rows).sum();
      written = written.committed(new RunReport.Commit(table.name(), date, rows, version));
    }
    return written;
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
