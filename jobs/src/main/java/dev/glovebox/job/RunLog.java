package dev.glovebox.job;

/** Where run reports are kept: the table {@code runs}. */
@FunctionalInterface
public interface RunLog {

  /** Keeps the report of a run that has ended, well or not. */
  void write(RunReport report);
}
