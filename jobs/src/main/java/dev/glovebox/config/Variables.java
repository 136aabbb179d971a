package dev.glovebox.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Environment variables and the keys that they give. */
final class Variables {

  private static final Map<String, String> KEYS = keys();

  private Variables() {}

  static Optional<String> key(String variable) {
    return Optional.ofNullable(KEYS.get(variable));
  }

  /** What is wrong with a variable that gives no key. */
  static String unknown(String variable) {
    String sparkVariables =
        Settings.VARIABLE_PREFIX + Settings.SPARK_PREFIX.toUpperCase(Locale.ROOT).replace('.', '_');
    if (variable.startsWith(sparkVariables)) {
      return variable + " is no setting, since Spark's names need their case; write --set spark.…";
    }
    String hint =
        Nearest.to(variable, KEYS.keySet())
            .map(near -> "did you mean " + near + "?")
            .orElse("unset it, or see docs/configuration.md for the names");
    return variable + " is no setting; " + hint;
  }

  private static Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    Settings.ALL.forEach(setting -> keys.put(setting.variable(), setting.key()));
    Settings.ALIASES.forEach(
        (alias, key) -> keys.put(Settings.VARIABLE_PREFIX + alias.toUpperCase(Locale.ROOT), key));
    return keys;
  }
}
