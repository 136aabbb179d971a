package dev.glovebox.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/** Settings of a session that hold for one piece of work. */
final class SessionSettings {

  private SessionSettings() {}

  /** Does the work under these settings, and puts back what stood before. */
  static <T> T with(SparkSession spark, Map<String, String> settings, Supplier<T> work) {
    RuntimeConfig session = spark.conf();
    Map<String, Optional<String>> before = new HashMap<>();
    settings.keySet().forEach(key -> before.put(key, optional(session, key)));
    settings.forEach(session::set);
    try {
      return work.get();
    } finally {
      before.forEach(
          (key, value) ->
              value.ifPresentOrElse(text -> session.set(key, text), () -> session.unset(key)));
    }
  }

  private static Optional<String> optional(RuntimeConfig session, String key) {
    return scala.jdk.javaapi.OptionConverters.toJava(session.getOption(key));
  }
}
