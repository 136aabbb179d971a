package dev.glovebox.job;

import dev.glovebox.config.Config;
import dev.glovebox.delivery.PackageTerms;
import dev.glovebox.delivery.PageTerms;
import dev.glovebox.delivery.incident.IncidentTerms;
import dev.glovebox.delivery.incident.Incidents;
import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.RequestRules;
import dev.glovebox.privacy.RetentionRule;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.privacy.ViewName;
import dev.glovebox.publishing.Readings;
import dev.glovebox.publishing.Replay;
import dev.glovebox.registry.Tenures;
import dev.glovebox.request.Deadlines;
import dev.glovebox.request.Request;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.source.Adapter;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.store.KeyedDigest;
import dev.glovebox.store.Keys;
import dev.glovebox.store.RawObjects;
import dev.glovebox.table.Lake;
import dev.glovebox.table.OwnerPartitions;
import dev.glovebox.table.RegistryFiles;
import dev.glovebox.trip.Derivation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/** Puts jobs together from what they stand on: the one place that knows all their parts. */
public final class Assembly {

  private static final String PACKAGE_FOLDERS = "glovebox package folders";
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

  /** The job that derives trips and charges from these batch dates. */
  public DeriveJob derive(List<LocalDate> batchDates) {
    try {
      Config config = ground.config();
      Lake lake = lake();
      RegistryFiles registry = new RegistryFiles(spark, config.locations().registry().text());
      Derivation derivation =
          new Derivation(Tenures.of(registry.tenures()), config.timeZone(), lake.ownerPartitions());
      return new DeriveJob(spark, ground, lake, derivation, batchDates);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The job that serves requests as of an instant. */
  public ExportJob export(Keys keys, Instant asOf) {
    try {
      Lake lake = lake();
      RegistryFiles registry = registry();
      Tenures tenures = Tenures.of(registry.tenures());
      return new ExportJob(
          new ExportParts(
              spark,
              ground,
              lake,
              tenures,
              registry.holds(),
              deadlines(),
              making(lake, tenures, keys),
              programVersion -> packageTerms(keys, asOf, programVersion),
              asOf));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private PackageMaking making(Lake lake, Tenures tenures, Keys keys) {
    return new PackageMaking(
        spark,
        lake,
        ground.config().locations().packages().orElseThrow().text(),
        new KeyedDigest(keys.derived(PACKAGE_FOLDERS)),
        terms -> incidents(lake, tenures, terms));
  }

  private Incidents incidents(Lake lake, Tenures tenures, PackageTerms terms) {
    try {
      return new Incidents(
          spark,
          lake,
          raw(),
          tenures,
          replay(tenures),
          ground.config().duplicates().windowDays(),
          new IncidentTerms(
              terms.zone(),
              terms.catalogue(),
              FleetTelemetryAdapter.SOURCE,
              terms.policyVersion(),
              terms.policyDigest(),
              terms.programVersion(),
              terms.asOf(),
              terms.key()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Replay replay(Tenures tenures) throws IOException {
    Config config = ground.config();
    Policy policy = ground.policy();
    return new Replay(
        spark,
        ground.catalogue(),
        adapter(),
        tenures,
        policy.view(ViewName.OWNER),
        SensitivePlaces.parse(registry().sensitivePlaces(), policy.marginMeters()),
        config.timeZone(),
        TimeUnit.NANOSECONDS.toMicros(config.limits().clockAhead().toNanos()),
        policy.positionCarryMicros());
  }

  private Deadlines deadlines() throws IOException {
    RequestRules rules = ground.policy().requests();
    return new Deadlines(
        Preflight.calendar(ground.config(), spark.sparkContext().hadoopConfiguration()),
        ground.config().timeZone(),
        Map.of(
            Request.Kind.EXPORT, rules.export().workingDays(),
            Request.Kind.INCIDENT, rules.incident().deadline().workingDays(),
            Request.Kind.ERASE, rules.erase().workingDays()));
  }

  private PackageTerms packageTerms(Keys keys, Instant asOf, String programVersion) {
    Policy policy = ground.policy();
    return new PackageTerms(
        ground.config().timeZone(),
        ground.catalogue(),
        List.of(),
        policy.version(),
        policy.digest(),
        programVersion,
        asOf,
        keys.signing(),
        PackageTerms.Occasion.LATER_PACKAGE,
        pageTerms(policy));
  }

  private static PageTerms pageTerms(Policy policy) {
    Map<String, String> bases = new TreeMap<>();
    policy.view(ViewName.OWNER).rules().forEach(rule -> bases.put(rule.reason(), rule.basis()));
    return new PageTerms(
        Map.of(),
        bases,
        null,
        null,
        policy.retention().rules().stream().map(Assembly::kept).toList(),
        policy.retention().quarantine().days(),
        policy.requests().erase().workingDays());
  }

  private static PageTerms.Kept kept(RetentionRule rule) {
    List<String> classes = rule.classes().stream().map(PrivacyClass::code).sorted().toList();
    return new PageTerms.Kept(classes, rule.days(), rule.basis());
  }

  /** The job that tidies the lake as of an instant. */
  public MaintainJob maintain(Instant asOf) {
    return new MaintainJob(spark, ground, lake(), asOf);
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

  private RegistryFiles registry() {
    return new RegistryFiles(spark, ground.config().locations().registry().text());
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
    RegistryFiles registry = registry();
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
