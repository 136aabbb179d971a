package dev.glovebox.config;

import static dev.glovebox.config.ConfigTexts.LEAST;
import static dev.glovebox.config.ConfigTexts.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkSettingsTest {

  @Test
  void takesSparkSettingsInEveryForm() {
    String nested = LEAST + "spark: {hadoop: {fs: {s3a: {endpoint: 'http://a'}}}}\n";
    String dotted = LEAST + "spark.hadoop.fs.s3a.endpoint: http://a\n";

    for (ConfigReading reading :
        List.of(
            read(nested),
            read(dotted),
            read(LEAST, Map.of(), "spark.hadoop.fs.s3a.endpoint=http://a"))) {
      assertThat(reading.config().spark().settings())
          .containsOnly(Map.entry("spark.hadoop.fs.s3a.endpoint", "http://a"));
    }
  }

  @Test
  void refusesSparkVariables() {
    assertThat(read(LEAST, Map.of("GLOVEBOX_SPARK_UI_ENABLED", "true")).faults())
        .containsExactly(
            "environment: GLOVEBOX_SPARK_UI_ENABLED is no setting, since Spark's names need their"
                + " case; write --set spark.…");
  }

  @ParameterizedTest
  @CsvSource({
    "spark.hadoop.fs.s3a.access.key",
    "spark.hadoop.fs.s3a.secret.key",
    "spark.hadoop.fs.s3a.session.token",
    "spark.hadoop.fs.s3a.bucket.lake.secret.key",
    "spark.hadoop.fs.s3a.encryption.key",
    "spark.hadoop.fs.azure.account.key.lake.blob.core.windows.net",
    "spark.authenticate.secret",
    "spark.ssl.keyPassword"
  })
  void takesSecretsOfSparkByReferenceOnly(String key) {
    assertThat(read(LEAST, Map.of(), key + "=plain").faults())
        .singleElement()
        .asString()
        .startsWith("--set: \"" + key + "\" holds a secret in plain text")
        .doesNotContain("=plain");
    assertThat(read(LEAST, Map.of(), key + "=env:STORE").config().spark().secrets())
        .containsOnlyKeys(key);
  }

  @ParameterizedTest
  @CsvSource({
    "spark.hadoop.fs.s3a.aws.credentials.provider",
    "spark.hadoop.hadoop.security.credential.provider.path",
    "spark.authenticate.secret.file",
    "spark.security.credentials.hive.enabled"
  })
  void takesSettingsAboutSecretsAsTheyAre(String key) {
    assertThat(read(LEAST, Map.of(), key + "=x").config().spark().settings()).containsKey(key);
  }
}
