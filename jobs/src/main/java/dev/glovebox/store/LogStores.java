package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.Config.Commits.Guard;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkConf;

/** Which class commits to the lake, by Delta's settings of log stores, and what it rests on. */
final class LogStores {

  private static final String PREFIX = "spark.delta.logStore.";
  private static final String OF_ALL_SCHEMES = PREFIX + "class";

  private static final Set<String> S3 = Set.of("s3a", "s3", "s3n");

  /** Delta commits by a rename that fails where a file is, or Google's own condition. */
  private static final Set<String> ATOMIC =
      Set.of(
          "file",
          "hdfs",
          "viewfs",
          "webhdfs",
          "swebhdfs",
          "ofs",
          "o3fs",
          "abfs",
          "abfss",
          "wasb",
          "wasbs",
          "gs");

  /** Delta's store that keeps the versions in a table of DynamoDB. */
  private static final String DYNAMODB = "io.delta.storage.S3DynamoDBLogStore";

  private final String scheme;
  private final Guard wanted;
  private final Map<String, String> settings;

  /** What commits rest on. */
  enum Kind {
    ATOMIC_RENAME("by the store's own atomic creation"),
    CONDITIONAL_WRITE("by conditional writes"),
    DYNAMODB("by a table of DynamoDB"),
    LEASE("by a lease: one run writes at a time, if all that write ask for it"),
    UNKNOWN("by nothing that is known");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    String description() {
      return description;
    }
  }

  private LogStores(String scheme, Guard wanted, Map<String, String> settings) {
    this.scheme = scheme;
    this.wanted = wanted;
    this.settings = settings;
  }

  /**
   * @param submitted what {@code spark-submit} was given
   */
  static LogStores of(Config config, SparkConf submitted) {
    Map<String, String> settings = new HashMap<>();
    for (var setting : submitted.getAllWithPrefix(PREFIX)) {
      settings.put(PREFIX + setting._1(), setting._2());
    }
    settings.putAll(config.spark().settings());
    return new LogStores(config.locations().lake().scheme(), config.commits().guard(), settings);
  }

  /** Our log stores, by setting, for those schemes for which nobody chose another. */
  Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    if (!settings.containsKey(OF_ALL_SCHEMES)) { // Delta refuses both at once.
      Set<String> schemes = new TreeSet<>(S3);
      if (!ATOMIC.contains(scheme)) {
        schemes.add(scheme);
      }
      schemes.forEach(it -> defaults.put(setting(it), ours()));
      defaults.keySet().removeAll(settings.keySet());
    }
    return defaults;
  }

  /** What commits to the lake rest on. */
  Kind guard() {
    if (ATOMIC.contains(scheme)) {
      return Kind.ATOMIC_RENAME;
    }
    String chosen = settings.getOrDefault(chosenBy(), ours());
    if (chosen.equals(LeasedLogStore.class.getName())) {
      return wanted == Guard.LEASE ? Kind.LEASE : Kind.UNKNOWN;
    }
    if (!S3.contains(scheme) || wanted == Guard.LEASE) {
      return Kind.UNKNOWN;
    }
    if (chosen.equals(DYNAMODB)) {
      return Kind.DYNAMODB;
    }
    return chosen.equals(ConditionalLogStore.class.getName())
        ? Kind.CONDITIONAL_WRITE
        : Kind.UNKNOWN;
  }

  /** Why the lake must not be written to; a sentence. */
  Optional<String> fault() {
    if (guard() != Kind.UNKNOWN) {
      return Optional.empty();
    }
    if (settings.containsKey(chosenBy())) {
      return Optional.of(
          "\""
              + chosenBy()
              + "\" names a log store that is not known to keep the commits of two writers to \"lake\""
              + " apart as commits.guard says; leave the key out");
    }
    return Optional.of(
        "\"lake\" has the scheme "
            + scheme
            + ", for whose stores no safe commit of two writers is known; write s3a: if the store"
            + " speaks S3 and keeps conditional writes, or set \"commits.guard: lease\", with which"
            + " one run writes at a time (docs/operations.md)");
  }

  private String chosenBy() {
    return settings.containsKey(OF_ALL_SCHEMES) ? OF_ALL_SCHEMES : setting(scheme);
  }

  private String ours() {
    Class<?> ours = wanted == Guard.LEASE ? LeasedLogStore.class : ConditionalLogStore.class;
    return ours.getName();
  }

  private static String setting(String scheme) {
    return PREFIX + scheme + ".impl";
  }
}
