package dev.glovebox.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration of a run, checked: {@link ConfigReader} is its only maker outside of tests.
 *
 * <p>It refers to secrets and holds none. {@code docs/configuration.md} describes every key.
 *
 * @param file the file it was read from, absolute
 * @param timeZone decides what a day, an hour and a month are
 * @param policy empty: the packaged default
 */
public record Config(
    Path file,
    Locations locations,
    ZoneId timeZone,
    Optional<Location> policy,
    Layout layout,
    Keys keys,
    Tolerance tolerance,
    Region region,
    Duplicates duplicates,
    Limits limits,
    Erasure erasure,
    Delivery delivery,
    Commits commits,
    Report report,
    Spark spark) {

  /**
   * Where everything lies.
   *
   * @param packages needed by the jobs that write packages only, as {@code reports} and {@code
   *     requests} by theirs
   */
  public record Locations(
      Location raw,
      Location lake,
      Location registry,
      Optional<Location> packages,
      Optional<Location> reports,
      Optional<Location> requests) {

    /** Those that are given. */
    public Stream<Location> all() {
      return Stream.concat(
          Stream.of(raw, lake, registry),
          Stream.of(packages, reports, requests).flatMap(Optional::stream));
    }
  }

  /**
   * How tables of owner data are partitioned.
   *
   * @param ownerBuckets number of hash buckets; 0 gives every owner a partition of their own
   */
  public record Layout(int ownerBuckets) {}

  /**
   * The keys of pseudonyms and signatures.
   *
   * @param given empty: none are configured
   * @param pseudonymPeriod how long one pseudonym of an owner lasts
   */
  public record Keys(Optional<GivenKeys> given, Period pseudonymPeriod) {}

  /** Keys that the configuration refers to. */
  public record GivenKeys(PseudonymKey pseudonym, SigningKey signing) {}

  /** The key of pseudonyms and owner digests; the id and the version may be shown. */
  public record PseudonymKey(String id, int version, SecretReference secret) {}

  /** The private key of signatures; the id may be shown. */
  public record SigningKey(String id, SecretReference secret) {}

  /**
   * What a run puts up with.
   *
   * @param rejectedShare share of a run's messages that may be rejected, 0 to 1
   */
  public record Tolerance(double rejectedShare) {}

  /**
   * Where data may be stored.
   *
   * @param allowed regions, {@code local} for this machine; empty: anywhere
   */
  public record Region(Optional<List<String>> allowed) {}

  /**
   * How far repeated values are looked for.
   *
   * @param windowDays batch dates before the one that is published
   */
  public record Duplicates(int windowDays) {}

  /**
   * What input may look like.
   *
   * @param lineBytes the longest line that is read
   * @param clockAhead how far a vehicle's clock may run ahead of the end of the arrival hour
   */
  public record Limits(int lineBytes, Duration clockAhead) {}

  /**
   * How erasure ends.
   *
   * @param vacuumAfter how long old files live after purge
   */
  public record Erasure(Duration vacuumAfter) {}

  /**
   * How packages reach those who asked for them.
   *
   * @param linkExpires how long a download link works
   * @param keepPackages how long a package is kept, at least as long as its link works
   * @param calendar the working days; empty: the packaged ones
   */
  public record Delivery(
      Duration linkExpires, Duration keepPackages, Optional<Location> calendar) {}

  /**
   * How two writers are kept from losing each other's commits, where the store of the lake has no
   * atomic rename.
   */
  public record Commits(Guard guard) {

    /** What keeps them apart. */
    public enum Guard {
      /** The store creates an object only where none is. */
      CONDITIONAL_WRITE,
      /** One run writes at a time, by agreement of all that write. */
      LEASE
    }
  }

  /**
   * How policy reports are made.
   *
   * @param least figures of fewer people are not shown: k
   * @param epsilonBudget what the reports with noise of a year may cost its people, ε
   * @param deltaBudget the same, δ
   */
  public record Report(int least, BigDecimal epsilonBudget, BigDecimal deltaBudget) {}

  /**
   * What is handed to Spark, and by {@code spark.hadoop.} to the stores.
   *
   * @param settings by their full name, {@code spark.hadoop.fs.s3a.endpoint}
   * @param secrets settings whose value is kept elsewhere
   */
  public record Spark(Map<String, String> settings, Map<String, SecretReference> secrets) {}

  /** The folder that relative paths start from. */
  public Path folder() {
    return file.toAbsolutePath().getParent();
  }

  /** Whether everything lies on this machine. */
  public boolean isLocal() {
    return locations.all().allMatch(Location::isFile);
  }
}
