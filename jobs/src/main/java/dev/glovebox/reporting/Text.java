package dev.glovebox.reporting;

import java.util.Locale;

/** A text in the languages of the report. */
public record Text(String english, String chinese) {

  /** The same in both: a name, a text that was given in one language. */
  public static Text same(String text) {
    return new Text(text, text);
  }

  /** The text in a language of the report. */
  public String in(Language language) {
    return language == Language.ENGLISH ? english : chinese;
  }

  /** Both with values filled in, as {@link String#format} does. */
  public Text with(Object... values) {
    return new Text(
        String.format(Locale.ROOT, english, values), String.format(Locale.ROOT, chinese, values));
  }
}
