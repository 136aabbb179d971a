package dev.glovebox.cli;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Job;
import dev.glovebox.job.RunLog;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.store.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Where commands and jobs meet: the one place that knows how a job is put together. */
public interface Jobs {

  /**
   * Opens all that publishing needs, the engine too.
   *
   * @param environment of the process, where secrets may be
   * @param batchDates to be published, in order
   */
  OpenJob publish(
      Ground ground, Keys keys, Map<String, String> environment, List<LocalDate> batchDates);

  /**
   * Opens all that deriving needs, the engine too.
   *
   * @param environment of the process, where secrets may be
   * @param batchDates to be derived, in order
   */
  OpenJob derive(Ground ground, Map<String, String> environment, List<LocalDate> batchDates);

  /**
   * Opens all that serving requests needs, the engine too.
   *
   * @param environment of the process, where secrets may be
   * @param asOf the only time that it goes by
   */
  OpenJob export(Ground ground, Keys keys, Map<String, String> environment, Instant asOf);

  /**
   * Opens all that upkeep needs, the engine too.
   *
   * @param environment of the process, where secrets may be
   * @param asOf the only time that it goes by
   */
  OpenJob maintain(Ground ground, Map<String, String> environment, Instant asOf);

  /**
   * Writes a fleet below {@code out}.
   *
   * @param config what the stores are told
   */
  void simulate(FleetOptions options, Location out, Config config, Map<String, String> environment);

  /** A job with the table of its runs; closing it closes the engine. */
  interface OpenJob extends Job, RunLog, AutoCloseable {

    @Override
    void close();
  }
}
