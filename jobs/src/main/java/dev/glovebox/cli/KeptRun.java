package dev.glovebox.cli;

import dev.glovebox.job.JobFailure;
import dev.glovebox.job.RunContext;
import dev.glovebox.job.RunReport;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One run of a job, with its report kept and told. */
final class KeptRun {

  private final Workplace workplace;
  private final Jobs.OpenJob job;

  KeptRun(Workplace workplace, Jobs.OpenJob job) {
    this.workplace = workplace;
    this.job = job;
  }

  /**
   * Runs the job.
   *
   * @param begun the report that stands where the job fails and gives none
   */
  void run(Function<RunContext, RunReport> begun) {
    RunContext context =
        new RunContext(
            UUID.randomUUID().toString(),
            workplace.clock().instant(),
            Version.text(),
            workplace.progress());
    RunReport report = attempt(begun, context).done(workplace.clock().instant());
    job.write(report);
    tell(report);
  }

  private void tell(RunReport report) {
    workplace.progress().step("");
    workplace.err().print(RunSummary.of(report));
    workplace.err().flush();
  }

  private RunReport attempt(Function<RunContext, RunReport> begun, RunContext context) {
    try {
      return job.run(context);
    } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
      keepFailed(begun.apply(context), failure);
      throw failure;
    }
  }

  /** The failure is what people must hear of, not that its report could not be kept too. */
  private void keepFailed(RunReport begun, Throwable failure) {
    try {
      int code = ExitCode.of(failure).code();
      RunReport failed = done(failure).orElse(begun).failed(workplace.clock().instant(), code);
      job.write(failed);
      if (done(failure).isPresent()) {
        tell(failed);
      }
    } catch (Throwable notKept) {
      failure.addSuppressed(notKept);
    }
  }

  private static Optional<RunReport> done(Throwable failure) {
    return failure instanceof JobFailure told ? told.report() : Optional.empty();
  }
}
