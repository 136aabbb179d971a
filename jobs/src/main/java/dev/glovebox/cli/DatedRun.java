package dev.glovebox.cli;

import dev.glovebox.job.RunContext;
import dev.glovebox.job.RunReport;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One run of a job over batch dates, with its report kept and told. */
final class DatedRun {

  private final Workplace workplace;
  private final Jobs.OpenJob job;

  DatedRun(Workplace workplace, Jobs.OpenJob job) {
    this.workplace = workplace;
    this.job = job;
  }

  void run(String name, List<LocalDate> dates) {
    RunContext context =
        new RunContext(
            UUID.randomUUID().toString(),
            workplace.clock().instant(),
            Version.text(),
            workplace.progress());
    RunReport report = attempt(name, dates, context).done(workplace.clock().instant());
    job.write(report);
    workplace.progress().step("");
    workplace.err().print(RunSummary.of(report));
    workplace.err().flush();
  }

  private RunReport attempt(String name, List<LocalDate> dates, RunContext context) {
    try {
      return job.run(dates, context);
    } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
      keepFailed(context.begin(name, dates), failure);
      throw failure;
    }
  }

  /** The failure is what people must hear of, not that its report could not be kept too. */
  private void keepFailed(RunReport begun, Throwable failure) {
    try {
      int code = ExitCode.of(failure).code();
      job.write(begun.failed(workplace.clock().instant(), code));
    } catch (Throwable notKept) {
      failure.addSuppressed(notKept);
    }
  }
}
