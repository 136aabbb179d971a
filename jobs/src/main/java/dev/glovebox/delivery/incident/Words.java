package dev.glovebox.delivery.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.request.Request.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What incident packages say, in one language: {@code incident.<tag>.properties}. */
final class Words {

  private static final Map<Language, Words> ALL =
      new EnumMap<>(
          Arrays.stream(Language.values())
              .collect(Collectors.toMap(Function.identity(), Words::read)));

  private final Language language;
  private final Properties patterns;

  private Words(Language language, Properties patterns) {
    this.language = language;
    this.patterns = patterns;
  }

  static Words in(Language language) {
    return ALL.get(language);
  }

  Language language() {
    return language;
  }

  Set<String> keys() {
    return patterns.stringPropertyNames();
  }

  /**
   * The text of a key, with these arguments in it.
   *
   * @throws IllegalArgumentException if there is none
   */
  String text(String key, Object... arguments) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("There are no words for " + key + ".");
    }
    return new MessageFormat(pattern, Locale.forLanguageTag(language.tag())).format(arguments);
  }

  /** The text of a key, or the code that has no words of its own. */
  String textOr(String key, String code) {
    return patterns.containsKey(key) ? text(key) : code;
  }

  private static Words read(Language language) {
    String name = "incident." + language.tag() + ".properties";
    Properties patterns = new Properties();
    try (InputStream bytes = Words.class.getResourceAsStream(name);
        Reader text = new InputStreamReader(bytes, UTF_8)) {
      patterns.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Words(language, patterns);
  }
}
