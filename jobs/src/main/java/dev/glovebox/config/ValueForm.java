package dev.glovebox.config;

import java.nio.file.Path;
import java.util.List;

/**
 * How a setting's value is written.
 *
 * @param name what a person is told to write
 * @param takes whether a list is taken too
 * @param parser throws {@link IllegalArgumentException} that ends the sentence "raw …"
 */
record ValueForm<T>(String name, Takes takes, Parser<T> parser) {

  enum Takes {
    ONE_VALUE,
    A_LIST
  }

  /** From the texts of one entry to its value. */
  @FunctionalInterface
  interface Parser<T> {
    T parse(List<String> items, Path folder);
  }

  /** From the one text of an entry to its value. */
  @FunctionalInterface
  interface TextParser<T> {
    T parse(String text, Path folder);
  }

  static <T> ValueForm<T> of(String name, TextParser<T> parser) {
    return new ValueForm<>(
        name, Takes.ONE_VALUE, (items, folder) -> parser.parse(items.get(0).strip(), folder));
  }

  static <T> ValueForm<T> listOf(String name, Parser<T> parser) {
    return new ValueForm<>(name, Takes.A_LIST, parser);
  }
}
