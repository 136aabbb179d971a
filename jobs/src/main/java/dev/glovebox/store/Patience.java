package dev.glovebox.store;

import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * How long a failing S3 store is asked again before a run gives up, unless somebody chose
 * otherwise.
 *
 * <p>Hadoop's own defaults multiply: a store that asks to slow down is asked for more than a day,
 * one that takes connections and says nothing for over two hours. A scheduler that starts a run
 * again is the better judge of such outages.
 */
enum Patience {
  /** Rides out a minute of errors, two of requests to slow down; then the run ends with exit 5. */
  OF_A_JOB(
      Map.of(
          "fs.s3a.attempts.maximum", "3",
          "fs.s3a.connection.establish.timeout", "10s",
          "fs.s3a.connection.timeout", "30s",
          "fs.s3a.retry.limit", "6",
          "fs.s3a.retry.interval", "500ms",
          "fs.s3a.retry.throttle.limit", "7",
          "fs.s3a.retry.throttle.interval", "500ms")),

  /** Soon discouraged, since somebody waits for the answer. */
  OF_A_CHECK(
      Map.of(
          "fs.s3a.attempts.maximum", "2",
          "fs.s3a.connection.establish.timeout", "5s",
          "fs.s3a.connection.timeout", "10s",
          "fs.s3a.retry.limit", "2",
          "fs.s3a.retry.throttle.limit", "3"));

  private static final String HADOOPS_OWN = "core-default.xml";

  @SuppressWarnings("ImmutableEnumChecker") // Made by Map.of.
  private final Map<String, String> settings;

  Patience(Map<String, String> settings) {
    this.settings = settings;
  }

  /** Sets what nobody chose: neither the configuration, nor spark-submit, nor core-site.xml. */
  void apply(Configuration hadoop) {
    settings.forEach(
        (name, value) -> {
          if (isHadoopsOwn(hadoop, name)) {
            hadoop.set(name, value);
          }
        });
  }

  private static boolean isHadoopsOwn(Configuration hadoop, String name) {
    String[] sources = hadoop.getPropertySources(name);
    return sources == null || Arrays.asList(sources).contains(HADOOPS_OWN);
  }
}
