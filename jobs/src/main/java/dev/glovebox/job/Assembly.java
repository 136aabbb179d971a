package dev.glovebox.job;

import dev.glovebox.config.Config;
import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.privacy.ViewName;
import dev.glovebox.publishing.Readings;
import dev.glovebox.registry.Tenures;
import dev.glovebox.reporting.NoiseOrder;
import dev.glovebox.reporting.Period;
import dev.glovebox.source.Adapter;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.store.Keys;
import dev.glovebox.store.RawObjects;
import dev.glovebox.store.StoredObjects;
import dev.glovebox.table.Lake;
import dev.glovebox.table.OwnerPartitions;
import dev.glovebox.table.RegistryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/** Puts jobs together from what they stand on: the one place that knows all their parts. */
public final class Assembly {

  private static final String UNPUBLISHED_VALUES = "glovebox unpublished values";

  private final SparkSession spark;
  private final Ground ground;

  /**
   * @param ground that {@link Preflight} has found sound
   */
  public Assembly(SparkSession spark, Ground ground) {
    this.spark = spark;
    this.ground = ground;
  }

  /** The job that publishes these batch dates. */
  public PublishJob publish(Keys keys, List<LocalDate> batchDates) {
    try {
      Lake lake = lake();
      return new PublishJob(ground, lake, raw(), readings(lake, keys), batchDates);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The job that tidies the lake as of an instant. */
  public MaintainJob maintain(Instant asOf) {
    return new MaintainJob(spark, ground, lake(), asOf);
  }

  /**
   * The job that reports a period.
   *
   * @param order of noise; empty for exact figures
   */
  public ReportJob report(Period period, Optional<NoiseOrder> order) {
    try {
      Config config = ground.config();
      RegistryFiles registry = new RegistryFiles(spark, config.locations().registry().text());
      return new ReportJob(ground, lake(), registry, reports(), period, order);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private StoredObjects reports() throws IOException {
    return StoredObjects.at(
        ground.config().locations().reports().orElseThrow().text(),
        spark.sparkContext().hadoopConfiguration());
  }

  /** Where the reports of runs are kept. */
  public RunsTable runs() {
    return new RunsTable(lake());
  }

  private Lake lake() {
    Config config = ground.config();
    return new Lake(
        spark,
        config.locations().lake().text(),
        new OwnerPartitions(config.layout().ownerBuckets()));
  }

  private RawObjects raw() {
    Config config = ground.config();
    return new RawObjects(
        config.locations().raw().text(),
        config.timeZone(),
        spark.sparkContext().hadoopConfiguration());
  }

  private Readings readings(Lake lake, Keys keys) throws IOException {
    Config config = ground.config();
    Policy policy = ground.policy();
    RegistryFiles registry = new RegistryFiles(spark, config.locations().registry().text());
    return new Readings(
        spark,
        lake,
        ground.catalogue(),
        adapter(),
        Tenures.of(registry.tenures()),
        policy.view(ViewName.OWNER),
        SensitivePlaces.parse(registry.sensitivePlaces(), policy.marginMeters()),
        keys.derived(UNPUBLISHED_VALUES).bytes(),
        config.timeZone(),
        TimeUnit.NANOSECONDS.toMicros(config.limits().clockAhead().toNanos()),
        policy.positionCarryMicros());
  }

  private Adapter adapter() {
    return new FleetTelemetryAdapter(
        ground.catalogue().fields(FleetTelemetryAdapter.SOURCE),
        ground.config().limits().lineBytes());
  }
}
