package dev.glovebox.delivery.page;

import dev.glovebox.request.Request.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** The page's words in one language, from {@code words.<tag>.properties}. */
final class Wording {

  private static final Map<Language, Wording> ALL =
      Arrays.stream(Language.values())
          .collect(Collectors.toUnmodifiableMap(language -> language, Wording::read));

  private final Locale locale;
  private final Map<String, String> patterns;

  private Wording(Locale locale, Map<String, String> patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  static Wording in(Language language) {
    return ALL.get(language);
  }

  Locale locale() {
    return locale;
  }

  /** Every text by its key, as patterns of {@link MessageFormat}. */
  Map<String, String> patterns() {
    return patterns;
  }

  /**
   * The text of this key with these arguments in it.
   *
   * @throws IllegalArgumentException if there is no such text
   */
  String text(String key, Object... arguments) {
    return optional(key, arguments)
        .orElseThrow(() -> new IllegalArgumentException("There are no words for " + key + "."));
  }

  /** The same; empty if there is no such text. */
  Optional<String> optional(String key, Object... arguments) {
    return Optional.ofNullable(patterns.get(key))
        .map(pattern -> new MessageFormat(pattern, locale).format(arguments));
  }

  private static Wording read(Language language) {
    String name = "words." + language.tag() + ".properties";
    Properties read = new Properties();
    try (InputStream bytes = Wording.class.getResourceAsStream(name);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      read.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> patterns =
        read.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty));
    return new Wording(Locale.forLanguageTag(language.tag()), patterns);
  }
}
