package dev.glovebox.job;

/** One piece of work, put together with all that it is about. Safe to run again. */
@FunctionalInterface
public interface Job {

  /**
   * Does the work.
   *
   * @return what came of it, state and end left to whoever started the run
   * @throws JobFailure if the run cannot go on, as one of the categories that people can act on
   */
  RunReport run(RunContext context);
}
