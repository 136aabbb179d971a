package dev.glovebox.job;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import dev.glovebox.config.ConfigReading;
import dev.glovebox.config.Location;
import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.PolicyException;
import dev.glovebox.request.WorkingDays;
import dev.glovebox.request.WorkingDaysException;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.store.CommitGuard;
import dev.glovebox.store.DownloadLinks;
import dev.glovebox.store.HadoopSettings;
import dev.glovebox.store.Keys;
import dev.glovebox.store.Redaction;
import dev.glovebox.store.Regions;
import dev.glovebox.store.RegistryFolder;
import dev.glovebox.store.SparkSessions;
import dev.glovebox.store.Stores;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Looks at all that a job stands on before anything is read, and says all that is wrong at once.
 */
public final class Preflight {

  private final ConfigReading reading;
  private final Config draft;
  private final Map<String, String> environment;
  private final List<String> faults;
  private JobFailure storageFailure;

  private Preflight(ConfigReading reading, Map<String, String> environment) {
    this.reading = reading;
    this.draft = reading.draft();
    this.environment = environment;
    this.faults = new ArrayList<>(reading.faults());
  }

  /**
   * What the job stands on.
   *
   * @throws ConfigException with every fault of configuration, regions, keys, policy and registry
   * @throws JobFailure if there is no fault, but a store that cannot be reached
   */
  public static Ground check(ConfigReading reading, Map<String, String> environment) {
    return new Preflight(reading, environment).check();
  }

  /**
   * What a job stands on that reads requests and delivers packages.
   *
   * @throws ConfigException with every fault, those of the places and the calendar that it needs
   *     among them
   * @throws JobFailure if there is no fault, but a store that cannot be reached
   */
  public static Ground checkDelivery(ConfigReading reading, Map<String, String> environment) {
    Preflight preflight = new Preflight(reading, environment);
    preflight.delivery();
    return preflight.check();
  }

  private void delivery() {
    Config.Locations locations = draft.locations();
    require("packages", locations.packages(), "the folder that packages are written to");
    require("requests", locations.requests(), "the folder of the portal's request files");
    faults.addAll(DownloadLinks.faults(draft));
    try {
      calendar(draft, HadoopSettings.complete(draft, environment));
    } catch (WorkingDaysException refused) {
      refused.faults().forEach(fault -> faults.add("delivery.calendar: " + fault));
    } catch (ConfigException told) {
      // with the other faults
    } catch (IOException failed) {
      faults.add(
          "\"delivery.calendar\" names a file that cannot be read; put it there, or leave the key out"
              + " for the packaged calendar");
    }
  }

  private void require(String key, Optional<Location> location, String meaning) {
    if (location.isEmpty() && reading.isSound(key)) {
      faults.add("\"" + key + "\" is missing; write \"" + key + ": URI or path\", " + meaning);
    }
  }

  /** The calendar that deadlines are counted by. */
  static WorkingDays calendar(Config config, Configuration hadoop) throws IOException {
    Optional<Location> given = config.delivery().calendar();
    return given.isPresent()
        ? WorkingDays.parse(Stores.text(given.get(), hadoop))
        : WorkingDays.packaged();
  }

  private Ground check() {
    faults.addAll(SparkSessions.faults(draft));
    regionsAndSchemes();
    commits();
    faults.addAll(Keys.faults(draft, environment));
    Optional<Configuration> hadoop = hadoop();
    Optional<Policy> policy = Optional.empty();
    if (hadoop.isPresent()) {
      policy = policy(hadoop.get());
      registry(hadoop.get());
    }
    refuse();
    return new Ground(draft, policy.orElseThrow(), Catalogue.packaged());
  }

  private void refuse() {
    if (!faults.isEmpty()) {
      throw new ConfigException(draft.file().toString(), faults);
    }
    if (storageFailure != null) {
      throw storageFailure;
    }
  }

  private void unreachable(String subject, IOException failure) {
    storageFailure =
        new JobFailure(
            JobFailure.Category.STORAGE,
            "The "
                + subject
                + " cannot be read ("
                + Redaction.line(failure)
                + "). Try again; if it stays so, look at the store's endpoint, credentials and"
                + " network.",
            failure);
  }

  private void regionsAndSchemes() {
    List<Location> locations = soundLocations();
    Configuration hadoop = HadoopSettings.plain(draft);
    faults.addAll(new Regions(hadoop).faults(draft.region(), locations));
    // Holds no data of anybody, and so is bound to no region.
    draft.policy().ifPresent(locations::add);
    for (Location location : locations) {
      if (!Stores.isKnown(location, hadoop)) {
        faults.add(
            location
                + " has a scheme that no file system here reads; write s3a: for S3, or add the"
                + " library of the store");
      }
    }
  }

  private void commits() {
    boolean isKnown = Stores.isKnown(draft.locations().lake(), HadoopSettings.plain(draft));
    if (isKnown && reading.isSound("lake")) {
      faults.addAll(CommitGuard.of(draft).faults());
    }
  }

  private List<Location> soundLocations() {
    Config.Locations all = draft.locations();
    List<Location> sound = new ArrayList<>();
    addIfSound("raw", Optional.of(all.raw()), sound);
    addIfSound("lake", Optional.of(all.lake()), sound);
    addIfSound("registry", Optional.of(all.registry()), sound);
    Stream.of(all.packages(), all.reports(), all.requests())
        .flatMap(Optional::stream)
        .forEach(sound::add);
    return sound;
  }

  private void addIfSound(String key, Optional<Location> location, List<Location> sound) {
    location.filter(it -> reading.isSound(key)).ifPresent(sound::add);
  }

  private Optional<Configuration> hadoop() {
    try {
      return Optional.of(HadoopSettings.complete(draft, environment));
    } catch (ConfigException refused) {
      faults.addAll(refused.faults());
      return Optional.empty();
    }
  }

  private Optional<Policy> policy(Configuration hadoop) {
    if (!reading.isSound("policy") || !policyIsKnown(hadoop)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          draft.policy().isPresent()
              ? Policy.parse(Stores.text(draft.policy().get(), hadoop))
              : Policy.packaged());
    } catch (PolicyException refused) {
      refused.faults().forEach(fault -> faults.add("policy: " + fault));
    } catch (FileNotFoundException missing) {
      faults.add(
          "\"policy\" names "
              + draft.policy().orElseThrow()
              + ", where no file can be read; put it there, or leave the key out for the packaged"
              + " policy");
    } catch (IOException failed) {
      unreachable("policy", failed);
    }
    return Optional.empty();
  }

  private boolean policyIsKnown(Configuration hadoop) {
    return draft.policy().stream().allMatch(location -> Stores.isKnown(location, hadoop));
  }

  private void registry(Configuration hadoop) {
    Location registry = draft.locations().registry();
    if (!reading.isSound("registry") || !Stores.isKnown(registry, hadoop)) {
      return;
    }
    try {
      faults.addAll(RegistryFolder.missing(registry, hadoop));
    } catch (IOException failed) {
      unreachable("registry", failed);
    }
  }
}
