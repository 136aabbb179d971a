package dev.glovebox.config;

import static dev.glovebox.config.ConfigTexts.FILE;
import static dev.glovebox.config.ConfigTexts.LEAST;
import static dev.glovebox.config.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {

  @Test
  void givesDefaultsToWhatIsLeftOut() {
    Config config = read(LEAST).config();

    assertThat(config)
        .isEqualTo(
            new Config(
                FILE,
                new Config.Locations(
                    at("raw"),
                    at("lake"),
                    at("registry"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                ZoneId.of("Asia/Shanghai"),
                Optional.empty(),
                new Config.Layout(0),
                new Config.Keys(Optional.empty(), Period.ofMonths(1)),
                new Config.Tolerance(0.05),
                new Config.Region(Optional.empty()),
                new Config.Duplicates(2),
                new Config.Limits(4 * 1024 * 1024, Duration.ofMinutes(5)),
                new Config.Erasure(Duration.ofDays(7)),
                new Config.Delivery(Duration.ofDays(7), Duration.ofDays(7), Optional.empty()),
                new Config.Commits(Config.Commits.Guard.CONDITIONAL_WRITE),
                new Config.Report(10, BigDecimal.ONE, new BigDecimal("0.00001")),
                new Config.Spark(Map.of(), Map.of())));
  }

  @Test
  void readsEveryKey() {
    String yaml =
        """
        raw: s3a://bucket/raw/
        lake: s3a://bucket/lake
        registry: file:/data/registry
        packages: s3a://bucket/packages
        reports: reports
        requests: /data/requests
        time-zone: Europe/Berlin
        policy: policy.yaml
        layout:
          owner-partitions: 64
        tolerance: {rejected-share: 0.2}
        region:
          allowed: [cn-north-1, local]
        duplicates: {window-days: 0}
        limits:
          line-bytes: 64KiB
          clock-ahead: PT30S
        erasure: {vacuum-after: 30 days}
        delivery: {link-expires: 3d, keep-packages: 30d, calendar: calendar.yaml}
        commits: {guard: lease}
        report: {k: 20, epsilon-budget: 2.5, delta-budget: 0.000001}
        keys:
          pseudonym: {id: owners-2026, version: 3, secret: "env:OWNERS_KEY", period: P7D}
          signing: {id: seal, secret: "credential:glovebox.seal"}
        spark:
          spark.executor.memory: 4g
          hadoop.fs.s3a.endpoint: https://s3.example.com
          spark.hadoop.fs.s3a.secret.key: file:s3.secret
        """;

    assertThat(read(yaml).config())
        .isEqualTo(
            new Config(
                FILE,
                new Config.Locations(
                    new Location("s3a", "bucket", "/raw"),
                    new Location("s3a", "bucket", "/lake"),
                    new Location("file", "", "/data/registry"),
                    Optional.of(new Location("s3a", "bucket", "/packages")),
                    Optional.of(at("reports")),
                    Optional.of(new Location("file", "", "/data/requests"))),
                ZoneId.of("Europe/Berlin"),
                Optional.of(at("policy.yaml")),
                new Config.Layout(64),
                new Config.Keys(
                    Optional.of(
                        new Config.GivenKeys(
                            new Config.PseudonymKey(
                                "owners-2026",
                                3,
                                reference(SecretReference.Kind.ENVIRONMENT, "OWNERS_KEY")),
                            new Config.SigningKey(
                                "seal",
                                reference(SecretReference.Kind.CREDENTIAL, "glovebox.seal")))),
                    Period.ofDays(7)),
                new Config.Tolerance(0.2),
                new Config.Region(Optional.of(List.of("cn-north-1", "local"))),
                new Config.Duplicates(0),
                new Config.Limits(64 * 1024, Duration.ofSeconds(30)),
                new Config.Erasure(Duration.ofDays(30)),
                new Config.Delivery(
                    Duration.ofDays(3), Duration.ofDays(30), Optional.of(at("calendar.yaml"))),
                new Config.Commits(Config.Commits.Guard.LEASE),
                new Config.Report(20, new BigDecimal("2.5"), new BigDecimal("0.000001")),
                new Config.Spark(
                    Map.of(
                        "spark.executor.memory", "4g",
                        "spark.hadoop.fs.s3a.endpoint", "https://s3.example.com"),
                    Map.of(
                        "spark.hadoop.fs.s3a.secret.key",
                        reference(SecretReference.Kind.FILE, "s3.secret")))));
  }

  @Test
  void refusesLinksThatLeadNowhere() {
    String places = "raw: /r\nlake: /l\nregistry: /g\n";

    assertThat(read(places + "delivery: {link-expires: 3d, keep-packages: 2d}").faults())
        .containsExactly(
            "\"delivery.keep-packages\" is shorter than \"delivery.link-expires\", so links would"
                + " lead nowhere; keep packages as long as their links work");
    assertThat(read(places + "delivery: {link-expires: 0s}").faults())
        .containsExactly("\"delivery.link-expires\" is nothing; write 7d or less");
  }

  @Test
  void tellsEveryFaultAtOnce() {
    String yaml =
        """
        raw: [a, b]
        lokation: x
        registry:
        time-zone: Asia/Shanghia
        layout: {owner-partitions: 0}
        tolerance: {rejected-share: 5%}
        tolerance.rejected-share: 0.1
        region: []
        duplicates: {window-days: -1}
        limits: {line-bytes: 4 MB, clock-ahead: 5}
        erasure: 7
        keys: {pseudonym: {id: a, period: P1M1D}}
        spark: {spark.hadoop.fs.s3a.secret.key: hunter2}
        """;

    ConfigReading reading = read(yaml, Map.of("GLOVEBOX_TIMEZONE", "UTC"), "rwa=x");

    assertThat(reading.faults())
        .containsExactlyInAnyOrder(
            "line 1: \"raw\" is a list; write one URI or path",
            "line 2: \"lokation\" is no key; see docs/configuration.md for the keys",
            "line 3: \"registry\" has no value; write a URI or path, or leave the key out",
            "\"lake\" is missing; write \"lake: URI or path\", or set GLOVEBOX_LAKE",
            "line 4: \"time-zone\" is \"Asia/Shanghia\", which is no time zone; did you mean"
                + " \"Asia/Shanghai\"?",
            "line 5: \"layout.owner-partitions\" is \"0\"; write per-owner, or a number of buckets"
                + " from 1 to 10000",
            "line 6: \"tolerance.rejected-share\" is \"5%\"; write a share from 0 to 1, 0.05 for"
                + " five in a hundred",
            "line 7: \"tolerance.rejected-share\" stands on line 6 already; keep one of them",
            "line 8: \"region.allowed\" names none; leave the key out, or write a list",
            "line 9: \"duplicates.window-days\" is \"-1\"; write a whole number from 0 to 366",
            "line 10: \"limits.line-bytes\" is \"4 MB\"; write a size from 1KiB to 1GiB, as 4MiB or"
                + " 4194304",
            "line 10: \"limits.clock-ahead\" is \"5\"; write a duration with its unit, as 5m, 7"
                + " days or PT5M",
            "line 11: \"erasure\" is no key; it holds keys of its own: erasure.vacuum-after",
            "line 12: \"keys.pseudonym.period\" is \"P1M1D\"; write months or days, as P1M, P1Y or"
                + " P7D",
            "\"keys.pseudonym.secret\" is missing; both keys are given whole, or neither (Where the"
                + " pseudonym key is: at least 32 bytes, in base64 or hexadecimal digits.)",
            "\"keys.signing.id\" is missing; both keys are given whole, or neither (Name of the"
                + " signing key; it is shown.)",
            "\"keys.signing.secret\" is missing; both keys are given whole, or neither (Where the"
                + " signing key is: an Ed25519 private key, PKCS #8, in PEM or base64.)",
            "line 13: \"spark.hadoop.fs.s3a.secret.key\" holds a secret in plain text, where it"
                + " would be read by others; write file:PATH, env:NAME or credential:ALIAS, or"
                + " leave the key out and give the store's own environment variables",
            "environment: GLOVEBOX_TIMEZONE is no setting; did you mean GLOVEBOX_TIME_ZONE?",
            "--set: \"rwa\" is no key; did you mean \"raw\"?");
    assertThatThrownBy(reading::config)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(FILE + " is refused, 20 faults:")
        .hasMessageContainingAll(reading.faults().toArray(String[]::new))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void prefersCommandLineToEnvironmentToFileToDefault() {
    String yaml = LEAST + "duplicates: {window-days: 3}\nlayout: {owner-partitions: 8}\n";
    Map<String, String> environment =
        Map.of("GLOVEBOX_DUPLICATES_WINDOW_DAYS", "4", "GLOVEBOX_LAYOUT_OWNER_PARTITIONS", "16");

    Config config = read(yaml, environment, "duplicates.window-days=5").config();

    assertThat(config.duplicates().windowDays()).isEqualTo(5);
    assertThat(config.layout().ownerBuckets()).isEqualTo(16);
    assertThat(read(yaml).config().duplicates().windowDays()).isEqualTo(3);
    assertThat(config.limits().lineBytes()).isEqualTo(4 * 1024 * 1024);
  }

  @Test
  void letsTheLastOfSeveralOverridesCount() {
    Config config = read(LEAST, Map.of(), "time-zone=UTC", "time-zone=Europe/Paris").config();

    assertThat(config.timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
  }

  @Test
  void readsAStrongerValueInPlaceOfAFaultyOne() {
    String yaml = LEAST + "duplicates: {window-days: many}\n";

    assertThat(read(yaml, Map.of(), "duplicates.window-days=1").config().duplicates().windowDays())
        .isEqualTo(1);
  }

  @Test
  void passesOverVariablesThatGiveNoSetting() {
    Map<String, String> environment =
        Map.of(
            "PATH", "/bin",
            "GLOVEBOX_JAVA_OPTS", "-Xmx1g",
            "GLOVEBOX_POLICY", "",
            "GLOVEBOX_OWNERS", "a secret that a reference names");
    String yaml =
        LEAST
            + "keys: {pseudonym: {id: a, secret: 'env:GLOVEBOX_OWNERS'},"
            + " signing: {id: b, secret: 'file:b'}}\n";

    assertThat(read(yaml, environment).config().policy()).isEmpty();
  }

  @Test
  void readsListsFromVariablesAndOverrides() {
    Map<String, String> environment = Map.of("GLOVEBOX_REGION", "cn-north-1, local");

    assertThat(read(LEAST, environment).config().region().allowed())
        .contains(List.of("cn-north-1", "local"));
    assertThat(read(LEAST, environment, "region=local").config().region().allowed())
        .contains(List.of("local"));
    assertThat(read(LEAST + "region: [eu-central-1]\n").config().region().allowed())
        .contains(List.of("eu-central-1"));
  }

  @Test
  void refusesWhatOverwritesItself() {
    assertThat(read("raw: data\nlake: data/lake\nregistry: data\nreports: data/lake\n").faults())
        .containsExactly(
            "\"raw\" and \"lake\" lie in one another; give each a folder of its own",
            "\"raw\" and \"reports\" lie in one another; give each a folder of its own",
            "\"lake\" and \"reports\" lie in one another; give each a folder of its own");
  }

  @Test
  void refusesASecretInALocationWithoutShowingIt() {
    assertThat(read(LEAST, Map.of(), "lake=s3a://AKIA:hunter2@bucket/lake").faults())
        .containsExactly(
            "--set: \"lake\" names a user or a secret before its bucket; give credentials by"
                + " reference instead");
  }

  @Test
  void saysWhereYamlIsBrokenWithoutQuotingIt() {
    assertThat(read("raw: raw\nlake: \"hunter2\nregistry: r\n").faults())
        .containsExactly("line 2: this is no YAML; look for tabs, quotes and indents");
    assertThat(read("- raw\n").faults())
        .containsExactly("line 1: the file is no mapping; write one \"key: value\" a line");
    assertThat(read(LEAST + "---\nraw: b\n").faults())
        .containsExactly("line 5: a second document begins; keep one and drop the \"---\"");
    assertThat(read(LEAST + "policy: &p a\nreports: *p\n").faults())
        .containsExactly("line 5: \"reports\" is an alias; write its value out");
  }

  @Test
  void passesOverEmptySections() {
    assertThat(read(LEAST + "keys:\nspark:\nlimits: {}\n").faults()).isEmpty();
  }

  @Test
  void tellsWhichKeysOfTheDraftAreSound() {
    ConfigReading reading = read("raw: raw\nlake: lake\ntime-zone: nowhere\n");

    assertThat(Stream.of("raw", "lake", "registry", "time-zone", "policy"))
        .filteredOn(reading::isSound)
        .containsExactly("raw", "lake", "policy");
    assertThat(reading.draft().timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @ParameterizedTest
  @CsvSource({
    "5m, PT5M",
    "5 minutes, PT5M",
    "90s, PT90S",
    "2h, PT2H",
    "7 days, PT168H",
    "P7D, PT168H",
    "0s, PT0S"
  })
  void readsDurations(String text, Duration expected) {
    assertThat(read(LEAST, Map.of(), "limits.clock-ahead=" + text).config().limits().clockAhead())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1KiB, 1024", "4MiB, 4194304", "4 MiB, 4194304", "5000, 5000", "5000B, 5000"})
  void readsSizes(String text, int expected) {
    assertThat(read(LEAST, Map.of(), "limits.line-bytes=" + text).config().limits().lineBytes())
        .isEqualTo(expected);
  }

  private static Location at(String name) {
    return new Location("file", "", "/etc/glovebox/" + name);
  }

  private static SecretReference reference(SecretReference.Kind kind, String name) {
    return new SecretReference(kind, name);
  }
}
