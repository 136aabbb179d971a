package dev.glovebox.cli;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.job.Assembly;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Job;
import dev.glovebox.job.SimulateJob;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.store.CommitGuard;
import dev.glovebox.store.HadoopSettings;
import dev.glovebox.store.Keys;
import dev.glovebox.store.SparkSessions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/** The jobs of this program. */
public final class StandardJobs implements Jobs {

  @Override
  public OpenJob publish(
      Ground ground, Keys keys, Map<String, String> environment, List<LocalDate> batchDates) {
    return open(ground, environment, assembly -> assembly.publish(keys, batchDates));
  }

  @Override
  public OpenJob derive(
      Ground ground, Map<String, String> environment, List<LocalDate> batchDates) {
    return open(ground, environment, assembly -> assembly.derive(batchDates));
  }

  @Override
  public OpenJob export(Ground ground, Keys keys, Map<String, String> environment, Instant asOf) {
    return open(ground, environment, assembly -> assembly.export(keys, asOf));
  }

  @Override
  public OpenJob maintain(Ground ground, Map<String, String> environment, Instant asOf) {
    return open(ground, environment, assembly -> assembly.maintain(asOf));
  }

  private static OpenJob open(
      Ground ground, Map<String, String> environment, Function<Assembly, Job> assembled) {
    CommitGuard.Permit permit = permit(ground.config(), environment);
    try {
      return open(ground, environment, assembled, permit);
    } catch (Throwable failed) { // Scala throws checked exceptions that nobody declares.
      permit.close();
      throw failed;
    }
  }

  private static OpenJob open(
      Ground ground,
      Map<String, String> environment,
      Function<Assembly, Job> assembled,
      CommitGuard.Permit permit) {
    SparkSession spark = SparkSessions.open(ground.config(), environment);
    try {
      Assembly assembly = new Assembly(spark, ground);
      return new EngineJob(spark, permit, assembled.apply(assembly), assembly.runs());
    } catch (Throwable failed) { // as above
      spark.stop();
      throw failed;
    }
  }

  /** Asked for before the engine starts, since a refusal should not take long. */
  private static CommitGuard.Permit permit(Config config, Map<String, String> environment) {
    try {
      return CommitGuard.of(config).enter(HadoopSettings.complete(config, environment));
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  @Override
  public void simulate(
      FleetOptions options, Location out, Config config, Map<String, String> environment) {
    SparkSession spark = SparkSessions.open(config, environment);
    try {
      Fields fields = Catalogue.packaged().fields(FleetTelemetryAdapter.SOURCE);
      new SimulateJob(spark).run(Fleet.of(options, fields), out.text());
    } finally {
      spark.stop();
    }
  }
}
