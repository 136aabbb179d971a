package dev.glovebox.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a configuration once, and says all that is wrong with it at once. */
public final class ConfigReader {

  private static final String STAND_IN = "glovebox-location-not-given";

  private final Path file;
  private final Map<String, Entry> entries;
  private final Values values;
  private final Faults faults;

  private ConfigReader(Path file, Map<String, Entry> entries, Faults faults) {
    this.file = file;
    this.entries = entries;
    this.values = new Values(entries, file.getParent(), faults);
    this.faults = faults;
  }

  /** Reads the sources; never throws for what they hold. */
  public static ConfigReading read(Sources sources) {
    Faults faults = new Faults();
    Map<String, Entry> entries = MergedEntries.of(sources, faults);
    return new ConfigReader(sources.file().toAbsolutePath().normalize(), entries, faults).read();
  }

  private ConfigReading read() {
    Config.Spark spark = spark();
    Config config =
        new Config(
            file,
            locations(),
            values.orDefault(Settings.TIME_ZONE),
            values.given(Settings.POLICY),
            new Config.Layout(values.orDefault(Settings.OWNER_PARTITIONS)),
            keys(),
            new Config.Tolerance(values.orDefault(Settings.REJECTED_SHARE)),
            new Config.Region(values.given(Settings.ALLOWED_REGIONS)),
            new Config.Duplicates(values.orDefault(Settings.WINDOW_DAYS)),
            limits(),
            new Config.Erasure(values.orDefault(Settings.VACUUM_AFTER)),
            delivery(),
            new Config.Commits(values.orDefault(Settings.COMMIT_GUARD)),
            report(),
            spark);
    return new ConfigReading(config, faults.sentences(), faults.keys());
  }

  private Config.Report report() {
    return new Config.Report(
        values.orDefault(Settings.REPORT_LEAST),
        values.orDefault(Settings.EPSILON_BUDGET),
        values.orDefault(Settings.DELTA_BUDGET));
  }

  private Config.Limits limits() {
    return new Config.Limits(
        values.orDefault(Settings.LINE_BYTES), values.orDefault(Settings.CLOCK_AHEAD));
  }

  private Config.Delivery delivery() {
    Config.Delivery delivery =
        new Config.Delivery(
            values.orDefault(Settings.LINK_EXPIRES),
            values.orDefault(Settings.KEEP_PACKAGES),
            values.given(Settings.CALENDAR));
    if (delivery.linkExpires().isZero()) {
      faults.add(
          Settings.LINK_EXPIRES.key(), "\"delivery.link-expires\" is nothing; write 7d or less");
    }
    if (delivery.keepPackages().compareTo(delivery.linkExpires()) < 0) {
      faults.add(
          Settings.KEEP_PACKAGES.key(),
          "\"delivery.keep-packages\" is shorter than \"delivery.link-expires\", so links would"
              + " lead nowhere; keep packages as long as their links work");
    }
    return delivery;
  }

  private Config.Locations locations() {
    Config.Locations locations =
        new Config.Locations(
            required(Settings.RAW),
            required(Settings.LAKE),
            required(Settings.REGISTRY),
            values.given(Settings.PACKAGES),
            values.given(Settings.REPORTS),
            values.given(Settings.REQUESTS));
    refuseOverlaps(locations);
    return locations;
  }

  private Location required(Setting<Location> setting) {
    if (!values.has(setting)) {
      String sentence =
          "\"%s\" is missing; write \"%s: URI or path\", or set %s"
              .formatted(setting.key(), setting.key(), setting.variable());
      faults.addMissing(setting.key(), sentence);
    }
    return values
        .given(setting)
        .orElseGet(() -> Location.ofFile(file.resolveSibling(STAND_IN).resolve(setting.key())));
  }

  /** What one job writes must not be what another one reads, replaces or vacuums. */
  private void refuseOverlaps(Config.Locations locations) {
    List<Map.Entry<String, Location>> kept = new ArrayList<>();
    kept.add(Map.entry(Settings.RAW.key(), locations.raw()));
    kept.add(Map.entry(Settings.LAKE.key(), locations.lake()));
    locations.packages().ifPresent(it -> kept.add(Map.entry(Settings.PACKAGES.key(), it)));
    locations.reports().ifPresent(it -> kept.add(Map.entry(Settings.REPORTS.key(), it)));
    for (int i = 0; i < kept.size(); i++) {
      for (int j = i + 1; j < kept.size(); j++) {
        refuseOverlap(kept.get(i), kept.get(j));
      }
    }
  }

  private void refuseOverlap(Map.Entry<String, Location> one, Map.Entry<String, Location> other) {
    if (one.getValue().covers(other.getValue()) || other.getValue().covers(one.getValue())) {
      faults.add(
          other.getKey(),
          "\"%s\" and \"%s\" lie in one another; give each a folder of its own"
              .formatted(one.getKey(), other.getKey()));
    }
  }

  private Config.Keys keys() {
    return new Config.Keys(givenKeys(), values.orDefault(Settings.PSEUDONYM_PERIOD));
  }

  private Optional<Config.GivenKeys> givenKeys() {
    List<Setting<?>> needed =
        List.of(
            Settings.PSEUDONYM_ID,
            Settings.PSEUDONYM_SECRET,
            Settings.SIGNING_ID,
            Settings.SIGNING_SECRET);
    boolean any = values.has(Settings.PSEUDONYM_VERSION) || needed.stream().anyMatch(values::has);
    if (!any) {
      return Optional.empty();
    }
    needed.stream().filter(setting -> !values.has(setting)).forEach(this::missingKeyPart);
    int version = values.orDefault(Settings.PSEUDONYM_VERSION);
    Optional<String> pseudonymId = values.given(Settings.PSEUDONYM_ID);
    Optional<SecretReference> pseudonymSecret = values.given(Settings.PSEUDONYM_SECRET);
    Optional<String> signingId = values.given(Settings.SIGNING_ID);
    Optional<SecretReference> signingSecret = values.given(Settings.SIGNING_SECRET);
    if (pseudonymId.isEmpty()
        || pseudonymSecret.isEmpty()
        || signingId.isEmpty()
        || signingSecret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Config.GivenKeys(
            new Config.PseudonymKey(pseudonymId.get(), version, pseudonymSecret.get()),
            new Config.SigningKey(signingId.get(), signingSecret.get())));
  }

  private void missingKeyPart(Setting<?> setting) {
    faults.add(
        setting.key(),
        "\"%s\" is missing; both keys are given whole, or neither (%s)"
            .formatted(setting.key(), setting.meaning()));
  }

  private Config.Spark spark() {
    SparkEntries spark = new SparkEntries(faults);
    for (Entry entry : entries.values()) {
      if (entry.key().startsWith(Settings.SPARK_PREFIX)) {
        spark.add(entry);
      } else if (Settings.find(entry.key()).isEmpty()) {
        refuseUnknown(entry);
      }
    }
    return spark.toSpark();
  }

  private void refuseUnknown(Entry entry) {
    String key = entry.key();
    if (entry.shape() == Entry.Shape.EMPTY && Settings.isSection(key)) {
      return;
    }
    faults.add(key, entry.origin(), UnknownKey.sentence(key));
  }
}
