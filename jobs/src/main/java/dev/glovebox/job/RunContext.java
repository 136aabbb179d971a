package dev.glovebox.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What whoever starts a job tells it of the run; a job holds no clock of its own.
 *
 * @param runId identifies the run in every table
 * @param programVersion of Glovebox
 */
public record RunContext(
    String runId, Instant startedAt, String programVersion, Progress progress) {

  /** The report of a run over batch dates, before anything was done. */
  public RunReport begin(String job, List<LocalDate> batchDates) {
    return RunReport.begun(runId, job, batchDates, null, startedAt, programVersion);
  }

  /** The report of a run as of an instant, before anything was done. */
  public RunReport begin(String job, Instant asOf) {
    return RunReport.begun(runId, job, List.of(), asOf, startedAt, programVersion);
  }
}
