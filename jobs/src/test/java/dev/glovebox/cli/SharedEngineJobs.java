package dev.glovebox.cli;

import dev.glovebox.SharedSpark;
import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.job.Assembly;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Job;
import dev.glovebox.job.RunContext;
import dev.glovebox.job.RunLog;
import dev.glovebox.job.RunReport;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.store.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The jobs of this program on the session of the tests, which outlives them. */
final class SharedEngineJobs implements Jobs {

  @Override
  public OpenJob publish(
      Ground ground, Keys keys, Map<String, String> environment, List<LocalDate> batchDates) {
    Assembly assembly = new Assembly(SharedSpark.session(), ground);
    return new SharedEngineJob(assembly.publish(keys, batchDates), assembly.runs());
  }

  @Override
  public OpenJob derive(
      Ground ground, Map<String, String> environment, List<LocalDate> batchDates) {
    Assembly assembly = new Assembly(SharedSpark.session(), ground);
    return new SharedEngineJob(assembly.derive(batchDates), assembly.runs());
  }

  @Override
  public OpenJob export(Ground ground, Keys keys, Map<String, String> environment, Instant asOf) {
    Assembly assembly = new Assembly(SharedSpark.session(), ground);
    return new SharedEngineJob(assembly.export(keys, asOf), assembly.runs());
  }

  @Override
  public OpenJob maintain(Ground ground, Map<String, String> environment, Instant asOf) {
    Assembly assembly = new Assembly(SharedSpark.session(), ground);
    return new SharedEngineJob(assembly.maintain(asOf), assembly.runs());
  }

  @Override
  public void simulate(
      FleetOptions options, Location out, Config config, Map<String, String> environment) {
    throw new UnsupportedOperationException("A simulation needs no session that others share.");
  }

  private record SharedEngineJob(Job job, RunLog log) implements OpenJob {

    @Override
    public RunReport run(RunContext context) {
      return job.run(context);
    }

    @Override
    public void write(RunReport report) {
      log.write(report);
    }

    @Override
    public void close() {
      // The session is the tests'.
    }
  }
}
