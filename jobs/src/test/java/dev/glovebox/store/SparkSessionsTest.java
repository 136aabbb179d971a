package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.config.Config;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {

  private static final Path FOLDER = Path.of("/etc/glovebox");

  @Test
  void runsEmbeddedWithoutPageAndLog() {
    assertThat(settings("", new SparkConf(false)))
        .containsEntry("spark.master", "local[*]")
        .containsEntry("spark.ui.enabled", "false")
        .containsEntry("spark.eventLog.enabled", "false")
        .containsEntry("spark.sql.session.timeZone", "UTC")
        .containsEntry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .containsEntry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .containsEntry("spark.sql.redaction.string.regex", Redaction.PLANS);
  }

  @Test
  void keepsWhatWasSubmitted() {
    SparkConf submitted =
        new SparkConf(false)
            .set("spark.master", "k8s://cluster")
            .set("spark.app.name", "nightly")
            .set("spark.sql.extensions", "org.example.Extension")
            .set("spark.redaction.string.regex", "badge-\\d+");

    assertThat(settings("", submitted))
        .containsEntry("spark.master", "k8s://cluster")
        .containsEntry("spark.app.name", "nightly")
        .containsEntry(
            "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension,org.example.Extension")
        .containsEntry("spark.redaction.string.regex", Redaction.PLANS + "|badge-\\d+")
        .doesNotContainKeys("spark.ui.enabled", "spark.driver.host");
  }

  @Test
  void prefersTheConfigurationToWhatWasSubmitted() {
    SparkConf submitted = new SparkConf(false).set("spark.master", "yarn");

    assertThat(settings("spark: {spark.master: 'local[1]'}\n", submitted))
        .containsEntry("spark.master", "local[1]");
  }

  @Test
  void putsNoSecretOfAStoreAmongSettings() {
    String yaml = "spark: {hadoop.fs.s3a.secret.key: 'env:STORE'}\n";

    assertThat(settings(yaml, new SparkConf(false)))
        .doesNotContainKey("spark.hadoop.fs.s3a.secret.key");
  }

  @Test
  void refusesSettingsThatTheTablesRestOn() {
    Config config =
        Configs.of(FOLDER, Configs.LOCAL + "spark: {spark.sql.session.timeZone: Asia/Tokyo}\n");

    assertThat(SparkSessions.faults(config))
        .containsExactly(
            "\"spark.sql.session.timeZone\" is UTC, which the meaning of the tables rests on; leave"
                + " the key out");
  }

  private static Map<String, String> settings(String yaml, SparkConf submitted) {
    return SparkSessions.settings(Configs.of(FOLDER, Configs.LOCAL + yaml), submitted);
  }
}
