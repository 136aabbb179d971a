package dev.glovebox.job;

import java.time.LocalDate;
import java.util.List;

/** The work of batch dates. Safe to run again: a date is replaced whole. */
@FunctionalInterface
public interface Job {

  /**
   * Does the dates, in order.
   *
   * @return what came of them, state and end left to whoever started the run
   * @throws JobFailure if the run cannot go on, as one of the categories that people can act on
   */
  RunReport run(List<LocalDate> batchDates, RunContext context);
}
