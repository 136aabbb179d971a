package dev.glovebox.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.config.ConfigException;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.ConfigReading;
import dev.glovebox.config.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  private static final String LOCAL = "raw: raw\nlake: lake\nregistry: registry\n";

  @TempDir Path folder;

  @Test
  void findsSoundWhatIsWhole() throws IOException {
    makeRegistry();

    Ground ground = Preflight.check(read(LOCAL), Map.of());

    assertThat(ground.config().locations().raw().file()).contains(folder.resolve("raw"));
    assertThat(ground.catalogue().signals()).isNotEmpty();
    assertThat(ground.policy().digest()).hasSize(64);
  }

  @Test
  void tellsWhatDeliveryLacks() throws IOException {
    makeRegistry();
    Files.writeString(folder.resolve("days.yaml"), "years: []\n");
    String yaml = LOCAL + "delivery: {link-expires: 8d, keep-packages: 9d, calendar: days.yaml}\n";

    assertThatThrownBy(() -> Preflight.checkDelivery(read(yaml), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"packages\" is missing")
        .hasMessageContaining("\"requests\" is missing")
        .hasMessageContaining("delivery.calendar: the file has to have the one key years");
    assertThatThrownBy(
            () ->
                Preflight.checkDelivery(
                    read(
                        yaml.replace("9d, calendar: days.yaml", "9d")
                            + "packages: s3a://bucket/packages\nrequests: requests\n"),
                    Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"delivery.link-expires\" is longer than 7 days");
  }

  @Test
  void tellsFaultsOfEveryKindAtOnce() throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), "views: none\n");
    String yaml =
        """
        raw: s3a://bucket/raw
        lake: gopher://hole/lake
        registry: registry
        policy: policy.yaml
        lokation: x
        region: [cn-north-1]
        spark:
          hadoop.fs.s3a.endpoint.region: eu-central-1
          hadoop.fs.s3a.secret.key: env:STORE
          spark.sql.session.timeZone: Asia/Tokyo
        """;

    assertThatThrownBy(() -> Preflight.check(read(yaml), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"lokation\" is no key")
        .hasMessageContaining("s3a://bucket/raw lies in \"eu-central-1\"")
        .hasMessageContaining("gopher://hole/lake has a scheme that no file system here reads")
        .hasMessageContaining("\"keys\" is missing")
        .hasMessageContaining("leads to env:STORE, but nothing is there")
        .hasMessageContaining("\"spark.sql.session.timeZone\" is UTC");
  }

  @Test
  void tellsOfPolicyAndRegistryTogetherWithTheConfiguration() throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), "views: none\n");
    String yaml = LOCAL + "policy: policy.yaml\nlokation: x\nregion: [cn-north-1]\n";

    assertThatThrownBy(() -> Preflight.check(read(yaml), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"lokation\" is no key")
        .hasMessageContaining("/lake lies in \"local\", which region.allowed (cn-north-1)")
        .hasMessageContaining("\n  - policy: ")
        .hasMessageContaining("has neither tenures.csv nor a Delta table tenures")
        .hasMessageContaining("has no sensitive-places.geojson");
  }

  @Test
  void tellsWhichPolicyIsMissing() throws IOException {
    makeRegistry();

    assertThatThrownBy(() -> Preflight.check(read(LOCAL + "policy: none.yaml\n"), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("1 fault")
        .hasMessageContaining("\"policy\" names file:" + folder + "/none.yaml");
  }

  @Test
  void acceptsARegistryThatIsADeltaTable() throws IOException {
    makeRegistry();
    Files.delete(folder.resolve("registry/tenures.csv"));
    Files.createDirectories(folder.resolve("registry/tenures/_delta_log"));

    assertThat(Preflight.check(read(LOCAL), Map.of()).config()).isNotNull();
  }

  @Test
  void changesNothing() throws IOException {
    makeRegistry();
    Preflight.check(read(LOCAL), Map.of());

    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("registry"));
    }
  }

  private void makeRegistry() throws IOException {
    Path registry = Files.createDirectories(folder.resolve("registry"));
    Files.writeString(registry.resolve("tenures.csv"), "vin,owner_id,role,valid_from,valid_to\n");
    Files.writeString(
        registry.resolve("sensitive-places.geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[]}");
  }

  private ConfigReading read(String yaml) {
    Path file = folder.resolve("glovebox.yaml");
    return ConfigReader.read(new Sources(Map.of(), yaml, file, Map.of(), List.of()));
  }
}
