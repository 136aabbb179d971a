package dev.glovebox.cli;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Job;
import dev.glovebox.job.RunLog;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.store.Keys;
import java.util.Map;

/** Where commands and jobs meet: the one place that knows how a job is put together. */
public interface Jobs {

  /**
   * Opens all that publishing needs, the engine too.
   *
   * @param environment of the process, where secrets may be
   */
  OpenJob publish(Ground ground, Keys keys, Map<String, String> environment);

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
