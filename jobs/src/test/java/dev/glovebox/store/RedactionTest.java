package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no tenure of LRWYGCEK5PC000123 at noon",
        "file:/lake/telemetry/event_month=2026-11/owner_partition=Wang-Xiaoming/part-0.parquet",
        "[CAST_INVALID_INPUT] The value 'Wang-Xiaoming' cannot be cast",
        "Unrecognized token \"Wang-Xiaoming\"",
        "(owner_id = 'Wang-Xiaoming')",
        "`owner_id` IN ('Wang-Xiaoming')",
        "point (31.230416, 121.473701)"
      })
  void takesOutWhatMayBeAPersons(String text) {
    assertThat(Redaction.text(text))
        .contains("(redacted)")
        .doesNotContain("LRWYGCEK5PC000123", "Wang-Xiaoming", "31.23", "121.47");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No space left on device",
        "s3a://bucket/raw/date=2026-11-02/hour=07/part-0.gz: Forbidden (403)",
        "version 12.5, 3.25 s"
      })
  void leavesTheRest(String text) {
    assertThat(Redaction.text(text)).isEqualTo(text);
  }

  @Test
  void makesOneShortLineOfAFailure() {
    IOException failure =
        new IOException(
            "org.example.store.Client: LRWYGCEK5PC000123 failed" + "x".repeat(500) + "\nmore");

    assertThat(Redaction.line(failure))
        .startsWith("IOException: Client: (redacted) failed")
        .hasSizeLessThan(250)
        .doesNotContain("more");
  }

  @Test
  void takesOutOfTracesToo() {
    Exception failure = new IllegalStateException("a", new IOException("of LRWYGCEK5PC000123"));

    assertThat(Redaction.stackTrace(failure))
        .contains("Caused by: java.io.IOException: of (redacted)", "RedactionTest.java")
        .doesNotContain("LRWYGCEK5PC000123");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.fs.s3a.secret.key",
        "spark.hadoop.fs.s3a.access.key",
        "spark.hadoop.fs.s3a.session.token",
        "spark.ssl.keyPassword",
        "fs.azure.account.key.lake"
      })
  void knowsSettingsThatAreSecret(String name) {
    assertThat(Pattern.compile(Redaction.SETTINGS).matcher(name).find()).isTrue();
  }

  /** A pattern that tries again at every letter would need half an hour for this one. */
  @Test
  void takesItsTimeByTheLengthOfATextOnly() {
    String token = "a".repeat(300_000);

    assertThat(Pattern.compile(Redaction.PLANS).matcher(token).replaceAll("")).isEqualTo(token);
  }
}
