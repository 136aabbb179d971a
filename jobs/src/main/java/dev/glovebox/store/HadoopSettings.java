package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import dev.glovebox.config.SecretReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** What Hadoop's file systems are told, with or without a Spark session. */
public final class HadoopSettings {

  private static final String PREFIX = "spark.hadoop.";

  private HadoopSettings() {}

  /** Without the secrets: enough to know regions and schemes. */
  public static Configuration plain(Config config) {
    Configuration hadoop = new Configuration();
    Properties submitted = System.getProperties();
    for (String name : submitted.stringPropertyNames()) {
      set(hadoop, name, submitted.getProperty(name));
    }
    config.spark().settings().forEach((name, value) -> set(hadoop, name, value));
    return hadoop;
  }

  /**
   * With the secrets that the configuration refers to.
   *
   * @throws ConfigException if any of them cannot be read
   */
  public static Configuration complete(Config config, Map<String, String> environment) {
    Configuration hadoop = plain(config);
    secrets(config, environment).forEach((name, value) -> set(hadoop, name, value));
    return hadoop;
  }

  /** Every secret setting with its value, by full name. */
  static Map<String, String> secrets(Config config, Map<String, String> environment) {
    SecretReader reader = new SecretReader(config.folder(), environment, plain(config));
    Map<String, String> values = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, SecretReference> secret : config.spark().secrets().entrySet()) {
      try {
        values.put(secret.getKey(), reader.read(secret.getValue()));
      } catch (IllegalArgumentException missing) {
        faults.add("\"" + secret.getKey() + "\" " + missing.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new ConfigException(config.file().toString(), faults);
    }
    return values;
  }

  /** Whether Spark hands the setting on to Hadoop. */
  static boolean isHadoop(String name) {
    return name.startsWith(PREFIX);
  }

  /** Sets what Spark would hand on, and passes over the rest. */
  static void set(Configuration hadoop, String name, String value) {
    if (isHadoop(name)) {
      hadoop.set(name.substring(PREFIX.length()), value);
    }
  }
}
