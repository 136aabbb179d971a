package dev.glovebox.cli;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.job.Ground;
import dev.glovebox.job.PublishJob;
import dev.glovebox.job.RunsTable;
import dev.glovebox.job.SimulateJob;
import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.privacy.ViewName;
import dev.glovebox.publishing.Readings;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.source.Adapter;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.store.Keys;
import dev.glovebox.store.RawObjects;
import dev.glovebox.store.SparkSessions;
import dev.glovebox.table.Lake;
import dev.glovebox.table.OwnerPartitions;
import dev.glovebox.table.RegistryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/** The jobs of this program. */
public final class StandardJobs implements Jobs {

  private static final String SOURCE = "fleet-telemetry";
  private static final String UNPUBLISHED_VALUES = "glovebox unpublished values";

  @Override
  public OpenJob publish(Ground ground, Keys keys, Map<String, String> environment) {
    SparkSession spark = SparkSessions.open(ground.config(), environment);
    try {
      Lake lake = lake(spark, ground.config());
      PublishJob job =
          new PublishJob(
              ground, lake, raw(spark, ground.config()), readings(spark, lake, ground, keys));
      return new EngineJob(spark, job, new RunsTable(spark, lake));
    } catch (IOException failed) {
      spark.stop();
      throw new UncheckedIOException(failed);
    } catch (RuntimeException failed) {
      spark.stop();
      throw failed;
    }
  }

  @Override
  public void simulate(
      FleetOptions options, Location out, Config config, Map<String, String> environment) {
    SparkSession spark = SparkSessions.open(config, environment);
    try {
      Fields fields = Catalogue.packaged().fields(SOURCE);
      new SimulateJob(spark).run(Fleet.of(options, fields), out.text());
    } finally {
      spark.stop();
    }
  }

  private static Lake lake(SparkSession spark, Config config) {
    return new Lake(
        spark,
        config.locations().lake().text(),
        new OwnerPartitions(config.layout().ownerBuckets()));
  }

  private static RawObjects raw(SparkSession spark, Config config) {
    return new RawObjects(
        config.locations().raw().text(),
        config.timeZone(),
        spark.sparkContext().hadoopConfiguration());
  }

  private static Readings readings(SparkSession spark, Lake lake, Ground ground, Keys keys)
      throws IOException {
    Config config = ground.config();
    Policy policy = ground.policy();
    RegistryFiles registry = new RegistryFiles(spark, config.locations().registry().text());
    return new Readings(
        spark,
        lake,
        ground.catalogue(),
        adapter(ground),
        Tenures.of(registry.tenures()),
        policy.view(ViewName.OWNER),
        SensitivePlaces.parse(registry.sensitivePlaces(), policy.marginMeters()),
        keys.derived(UNPUBLISHED_VALUES).bytes(),
        config.timeZone(),
        TimeUnit.NANOSECONDS.toMicros(config.limits().clockAhead().toNanos()),
        policy.positionCarryMicros());
  }

  private static Adapter adapter(Ground ground) {
    return new FleetTelemetryAdapter(
        ground.catalogue().fields(SOURCE), ground.config().limits().lineBytes());
  }
}
