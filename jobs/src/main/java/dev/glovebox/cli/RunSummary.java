package dev.glovebox.cli;

import dev.glovebox.job.RunReport;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A run report as people read it. */
final class RunSummary {

  private static final String REPORT = "report";
  private static final int SHOWN_DIGITS = 12;
  private static final int BYTES_PER_KIB = 1024;

  private RunSummary() {}

  /** Ends with a line break. */
  static String of(RunReport report) {
    StringBuilder text = new StringBuilder(heading(report)).append('\n');
    if (report.answers() != null) {
      text.append(answers(report.answers()));
    } else if (report.asOf() != null) {
      text.append(upkeep(report));
    } else if (!report.job().equals(REPORT)) {
      text.append(counts(report));
    }
    if (!report.tables().isEmpty()) {
      text.append('\n').append(tables(report));
    }
    if (report.policy() != null) {
      text.append("\npolicy ")
          .append(report.policy().version())
          .append(", sha256 ")
          .append(shortened(report.policy().digest()))
          .append('\n');
    }
    report.warnings().forEach(warning -> text.append("warning: ").append(warning).append('\n'));
    return text.append("run ").append(report.runId()).append('\n').toString();
  }

  private static String heading(RunReport report) {
    Duration took = Duration.between(report.startedAt(), report.finishedAt());
    return "%s %s: %s in %s"
        .formatted(report.job(), subject(report), report.state().code(), seconds(took));
  }

  private static String subject(RunReport report) {
    return report.asOf() == null ? dates(report.batchDates()) : "as of " + report.asOf();
  }

  private static String dates(List<LocalDate> dates) {
    LocalDate first = dates.get(0);
    LocalDate last = dates.get(dates.size() - 1);
    return first.equals(last) ? first.toString() : first + " to " + last;
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }

  private static String counts(RunReport report) {
    TextTable table =
        new TextTable("", "received", "released", "withheld", "rejected", "duplicate");
    table.add(cells("messages", report.messages()));
    table.add(cells("values", report.values()));
    return table.toString();
  }

  private static String[] cells(String name, RunReport.Tally tally) {
    return new String[] {
      name,
      number(tally.received()),
      number(tally.released()),
      number(tally.withheld()),
      number(tally.rejected()),
      number(tally.duplicate())
    };
  }

  private static String answers(RunReport.Answers answers) {
    TextTable table = new TextTable("requests", "", "reason");
    table.add("served", number(answers.served()), "");
    table.add("standing", number(answers.standing()), "");
    byReason(table, "refused", answers.refused());
    byReason(table, "delayed", answers.delayed());
    byReason(table, "failed", answers.failed());
    table.add("late", number(answers.late()), "");
    table.add("packages expired", number(answers.expired()), "");
    table.add("KiB of packages", number(answers.bytes() / BYTES_PER_KIB), "");
    return table.toString();
  }

  private static void byReason(TextTable table, String outcome, Map<String, Long> counts) {
    counts.forEach((reason, count) -> table.add(outcome, number(count), reason));
  }

  private static String upkeep(RunReport report) {
    TextTable table =
        new TextTable(
            "table", "files", "then", "KiB", "then", "values gone", "rows gone", "files deleted");
    for (RunReport.Upkeep done : report.upkeep()) {
      table.add(
          done.table(),
          number(done.filesBefore()),
          number(done.filesAfter()),
          number(done.bytesBefore() / BYTES_PER_KIB),
          number(done.bytesAfter() / BYTES_PER_KIB),
          number(done.valuesExpired()),
          number(done.rowsExpired()),
          number(done.filesDeleted()));
    }
    return table.toString();
  }

  /** A line a table: the rows of all its commits, and the version that the last one made. */
  private static String tables(RunReport report) {
    Map<String, List<RunReport.Commit>> byTable = new LinkedHashMap<>();
    for (RunReport.Commit commit : report.tables()) {
      byTable.computeIfAbsent(commit.table(), name -> new ArrayList<>()).add(commit);
    }
    TextTable table = new TextTable("table", "rows", "version");
    byTable.forEach(
        (name, commits) ->
            table.add(
                name,
                number(commits.stream().mapToLong(RunReport.Commit::rows).sum()),
                Long.toString(commits.get(commits.size() - 1).version())));
    return table.toString();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
  }
}
