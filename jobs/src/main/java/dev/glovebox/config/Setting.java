package dev.glovebox.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of the configuration: all that is known of it stands here.
 *
 * @param defaultText its default as a person would write it; empty when it is required or optional
 * @param meaning a sentence for {@code docs/configuration.md}
 */
record Setting<T>(
    String key, ValueForm<T> form, Need need, Optional<String> defaultText, String meaning) {

  enum Need {
    REQUIRED,
    OPTIONAL,
    DEFAULTED
  }

  static <T> Setting<T> required(String key, ValueForm<T> form, String meaning) {
    return new Setting<>(key, form, Need.REQUIRED, Optional.empty(), meaning);
  }

  static <T> Setting<T> optional(String key, ValueForm<T> form, String meaning) {
    return new Setting<>(key, form, Need.OPTIONAL, Optional.empty(), meaning);
  }

  static <T> Setting<T> defaulted(
      String key, ValueForm<T> form, String defaultText, String meaning) {
    return new Setting<>(key, form, Need.DEFAULTED, Optional.of(defaultText), meaning);
  }

  /** The environment variable that gives it. */
  String variable() {
    return Settings.VARIABLE_PREFIX
        + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
