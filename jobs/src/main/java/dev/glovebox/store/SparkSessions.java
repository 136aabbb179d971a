package dev.glovebox.store;

import dev.glovebox.config.Config;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Spark sessions as jobs need them: embedded in this process unless {@code spark-submit} or the
 * configuration names a master.
 */
public final class SparkSessions {

  private static final String MASTER = "spark.master";
  private static final String EXTENSIONS = "spark.sql.extensions";
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

  /** For whoever sets nothing else. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          MASTER,
          "local[*]",
          "spark.app.name",
          "glovebox",
          "spark.eventLog.enabled",
          "false",
          "spark.ui.showConsoleProgress",
          "false",
          "spark.sql.catalog.spark_catalog",
          "org.apache.spark.sql.delta.catalog.DeltaCatalog",
          "spark.databricks.delta.snapshotPartitions",
          "2",
          // What Delta keeps beside its commits, so that no log is replayed: ten years of batch
          // dates, and the files of a table that is compacted every month.
          "spark.databricks.delta.setTransactionsInCrc.maxAllowed",
          "4000",
          "spark.databricks.delta.allFilesInCrc.thresholdNumFiles",
          "1000",
          "spark.sql.parquet.compression.codec",
          "zstd");

  /** For a session that is all in this process. */
  private static final Map<String, String> EMBEDDED_DEFAULTS =
      Map.of(
          "spark.ui.enabled", "false",
          "spark.driver.host", "localhost",
          "spark.driver.bindAddress", "127.0.0.1",
          "spark.sql.warehouse.dir", warehouse(),
          // A task a core is known beforehand: planning again after each shuffle costs more.
          "spark.sql.adaptive.enabled", "false",
          "spark.sql.shuffle.partitions",
              Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));

  /** What the tables' meaning rests on: nobody's to choose. */
  private static final Map<String, String> FIXED =
      Map.of(
          "spark.sql.session.timeZone", "UTC",
          // It holds the id by which a writer knows its own commit: see ConditionalWrite.
          "spark.databricks.delta.commitInfo.enabled", "true",
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

  private SparkSessions() {}

  /**
   * The session of this process, made if there is none.
   *
   * @throws dev.glovebox.config.ConfigException if a secret that the configuration refers to cannot
   *     be read
   */
  public static SparkSession open(Config config, Map<String, String> environment) {
    Map<String, String> secrets = HadoopSettings.secrets(config, environment);
    // With true it takes what spark-submit was given.
    SparkConf settings = new SparkConf(true);
    settings(config, settings).forEach(settings::set);
    secrets.forEach((name, value) -> setUnlessStores(settings, name, value));
    SparkSession session = SparkSession.builder().config(settings).getOrCreate();
    FIXED.forEach((name, value) -> session.conf().set(name, value));
    // Not among Spark's settings, where they would be listed in its pages and its event log.
    Configuration hadoop = session.sparkContext().hadoopConfiguration();
    secrets.forEach((name, value) -> HadoopSettings.set(hadoop, name, value));
    Patience.OF_A_JOB.apply(hadoop);
    return session;
  }

  /** What the configuration asks of Spark and must not; a sentence each. */
  public static List<String> faults(Config config) {
    return FIXED.keySet().stream()
        .sorted()
        .filter(config.spark().settings()::containsKey)
        .map(
            name ->
                "\""
                    + name
                    + "\" is "
                    + FIXED.get(name)
                    + ", which the meaning of the tables rests on; leave the key out")
        .toList();
  }

  /** The engine makes this folder and we keep nothing there: it stays out of the working folder. */
  private static String warehouse() {
    String folder = "glovebox-" + System.getProperty("user.name");
    return Path.of(System.getProperty("java.io.tmpdir"), folder, "warehouse").toUri().toString();
  }

  /** Every setting of ours, by precedence: fixed, configured, submitted, default. */
  static Map<String, String> settings(Config config, SparkConf submitted) {
    Map<String, String> settings = new LinkedHashMap<>();
    DEFAULTS.forEach((name, value) -> settings.put(name, submitted.get(name, value)));
    settings.putAll(config.spark().settings());
    settings.putAll(LogStores.of(config, submitted).defaults());
    if (settings.get(MASTER).startsWith("local")) {
      EMBEDDED_DEFAULTS.forEach(
          (name, value) -> settings.putIfAbsent(name, submitted.get(name, value)));
    }
    settings.put(EXTENSIONS, joined(EXTENSIONS, settings, submitted, DELTA, ","));
    settings.put(
        "spark.redaction.regex",
        joined("spark.redaction.regex", settings, submitted, Redaction.SETTINGS, "|"));
    settings.put(
        "spark.redaction.string.regex",
        joined("spark.redaction.string.regex", settings, submitted, Redaction.PLANS, "|"));
    settings.put(
        "spark.sql.redaction.string.regex",
        joined("spark.sql.redaction.string.regex", settings, submitted, Redaction.PLANS, "|"));
    settings.putAll(FIXED);
    return settings;
  }

  /** Secrets of Spark's own, of its TLS say; Spark takes them from its settings only. */
  private static void setUnlessStores(SparkConf settings, String name, String value) {
    if (!HadoopSettings.isHadoop(name)) {
      settings.set(name, value);
    }
  }

  /** Others may add to what stands there, not take away. */
  private static String joined(
      String name,
      Map<String, String> settings,
      SparkConf submitted,
      String ours,
      String separator) {
    String theirs = settings.getOrDefault(name, submitted.get(name, ""));
    if (theirs.isEmpty() || theirs.contains(ours)) {
      return theirs.isEmpty() ? ours : theirs;
    }
    return ours + separator + theirs;
  }
}
