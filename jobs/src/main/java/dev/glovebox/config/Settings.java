package dev.glovebox.config;

import static dev.glovebox.config.Setting.defaulted;
import static dev.glovebox.config.Setting.optional;
import static dev.glovebox.config.Setting.required;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of keys. Reading, refusals and {@code docs/configuration.md} all follow it; a key's
 * default stands here and nowhere else.
 */
final class Settings {

  static final String VARIABLE_PREFIX = "GLOVEBOX_";

  /** Everything under it goes to Spark as it is. */
  static final String SPARK_PREFIX = "spark.";

  static final Setting<Location> RAW =
      required("raw", ValueForms.LOCATION, "Raw objects, under `date=YYYY-MM-DD/hour=HH/`.");
  static final Setting<Location> LAKE =
      required("lake", ValueForms.LOCATION, "The Delta tables, one folder each.");
  static final Setting<Location> REGISTRY =
      required(
          "registry", ValueForms.LOCATION, "Tenures, vehicles, sensitive places, holds, consents.");
  static final Setting<Location> PACKAGES =
      optional(
          "packages", ValueForms.LOCATION, "Owner packages; needed by the jobs that write them.");
  static final Setting<Location> REPORTS =
      optional("reports", ValueForms.LOCATION, "Reports; needed by the jobs that write them.");
  static final Setting<Location> REQUESTS =
      optional("requests", ValueForms.LOCATION, "Requests; needed by the jobs that serve them.");
  static final Setting<ZoneId> TIME_ZONE =
      defaulted(
          "time-zone",
          ValueForms.ZONE,
          "Asia/Shanghai",
          "Decides what a day, an hour and a month are.");
  static final Setting<Location> POLICY =
      optional("policy", ValueForms.LOCATION, "The policy file; without it the packaged one.");
  static final Setting<Integer> OWNER_PARTITIONS =
      defaulted(
          "layout.owner-partitions",
          ValueForms.OWNER_BUCKETS,
          "per-owner",
          "A partition an owner, for thousands of owners; or hash buckets, for millions. Fixed when"
              + " a table is made.");
  static final Setting<Double> REJECTED_SHARE =
      defaulted(
          "tolerance.rejected-share",
          ValueForms.SHARE,
          "0.05",
          "Share of a run's messages that may be rejected; more ends the run with exit code 4.");
  static final Setting<List<String>> ALLOWED_REGIONS =
      optional(
          "region.allowed",
          ValueForms.NAMES,
          "Regions where data may be stored, `local` for this machine; without it, anywhere."
              + " `region: [...]` means the same.");
  static final Setting<Integer> WINDOW_DAYS =
      defaulted(
          "duplicates.window-days",
          ValueForms.DAYS,
          "2",
          "Batch dates before a date that are searched for values that it repeats.");
  static final Setting<Integer> LINE_BYTES =
      defaulted(
          "limits.line-bytes",
          ValueForms.LINE_SIZE,
          "4MiB",
          "The longest line of a raw object that is read.");
  static final Setting<Duration> CLOCK_AHEAD =
      defaulted(
          "limits.clock-ahead",
          ValueForms.DURATION,
          "5m",
          "How far a vehicle's clock may run ahead of the end of the hour of arrival.");
  static final Setting<Duration> VACUUM_AFTER =
      defaulted(
          "erasure.vacuum-after",
          ValueForms.DURATION,
          "7d",
          "How long old files live after purge.");
  static final Setting<Duration> LINK_EXPIRES =
      defaulted(
          "delivery.link-expires",
          ValueForms.DURATION,
          "7d",
          "How long the download link of a package works; at most 7 days on S3.");
  static final Setting<Duration> KEEP_PACKAGES =
      defaulted(
          "delivery.keep-packages",
          ValueForms.DURATION,
          "7d",
          "How long a package is kept; at least as long as its link works.");
  static final Setting<Location> CALENDAR =
      optional(
          "delivery.calendar",
          ValueForms.LOCATION,
          "The file of holidays and make-up days that deadlines are counted by; without it the"
              + " packaged one, China's.");
  static final Setting<Config.Commits.Guard> COMMIT_GUARD =
      defaulted(
          "commits.guard",
          ValueForms.COMMIT_GUARD,
          "conditional-write",
          "What keeps two writers from losing each other's commits on an object store: its"
              + " conditional writes; or, for one that has none, a lease, with which one run writes"
              + " at a time.");
  static final Setting<Integer> REPORT_LEAST =
      defaulted(
          "report.k",
          ValueForms.PEOPLE,
          "10",
          "Figures of fewer people are not shown in a policy report.");
  static final Setting<BigDecimal> EPSILON_BUDGET =
      defaulted(
          "report.epsilon-budget",
          ValueForms.NUMBER,
          "1",
          "What the reports with noise of a year may cost each of its people: ε, added up.");
  static final Setting<BigDecimal> DELTA_BUDGET =
      defaulted("report.delta-budget", ValueForms.NUMBER, "0.00001", "The same for δ, added up.");
  static final Setting<String> PSEUDONYM_ID =
      optional("keys.pseudonym.id", ValueForms.NAME, "Name of the pseudonym key; it is shown.");
  static final Setting<Integer> PSEUDONYM_VERSION =
      defaulted(
          "keys.pseudonym.version",
          ValueForms.VERSION,
          "1",
          "Version of the pseudonym key; it is shown.");
  static final Setting<SecretReference> PSEUDONYM_SECRET =
      optional(
          "keys.pseudonym.secret",
          ValueForms.SECRET,
          "Where the pseudonym key is: at least 32 bytes, in base64 or hexadecimal digits.");
  static final Setting<Period> PSEUDONYM_PERIOD =
      defaulted(
          "keys.pseudonym.period",
          ValueForms.PERIOD,
          "P1M",
          "How long one pseudonym of an owner lasts.");
  static final Setting<String> SIGNING_ID =
      optional("keys.signing.id", ValueForms.NAME, "Name of the signing key; it is shown.");
  static final Setting<SecretReference> SIGNING_SECRET =
      optional(
          "keys.signing.secret",
          ValueForms.SECRET,
          "Where the signing key is: an Ed25519 private key, PKCS #8, in PEM or base64.");

  /** In the order of the document. */
  static final List<Setting<?>> ALL =
      List.of(
          RAW,
          LAKE,
          REGISTRY,
          PACKAGES,
          REPORTS,
          REQUESTS,
          TIME_ZONE,
          POLICY,
          OWNER_PARTITIONS,
          REJECTED_SHARE,
          ALLOWED_REGIONS,
          WINDOW_DAYS,
          LINE_BYTES,
          CLOCK_AHEAD,
          VACUUM_AFTER,
          LINK_EXPIRES,
          KEEP_PACKAGES,
          CALENDAR,
          COMMIT_GUARD,
          REPORT_LEAST,
          EPSILON_BUDGET,
          DELTA_BUDGET,
          PSEUDONYM_ID,
          PSEUDONYM_VERSION,
          PSEUDONYM_SECRET,
          PSEUDONYM_PERIOD,
          SIGNING_ID,
          SIGNING_SECRET);

  /** Other ways to write a key. */
  static final Map<String, String> ALIASES = Map.of("region", ALLOWED_REGIONS.key());

  /** Variables of the launcher, which are no settings. */
  static final Set<String> LAUNCHER_VARIABLES = Set.of("GLOVEBOX_HOME", "GLOVEBOX_JAVA_OPTS");

  private Settings() {}

  static List<String> keys() {
    return ALL.stream().<String>map(Setting::key).toList();
  }

  static Optional<Setting<?>> find(String key) {
    return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
  }

  /** Whether keys begin with it and a dot. */
  static boolean isSection(String name) {
    return SPARK_PREFIX.equals(name + ".")
        || keys().stream().anyMatch(key -> key.startsWith(name + "."));
  }
}
