package dev.glovebox.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A YAML text as flat entries with their lines, repeated keys included.
 *
 * <p>It reads tokens rather than a tree, since a tree has forgotten lines and repetitions.
 */
final class YamlEntries {

  private final YAMLParser parser;
  private final Faults faults;
  private final List<Entry> entries = new ArrayList<>();

  private YamlEntries(YAMLParser parser, Faults faults) {
    this.parser = parser;
    this.faults = faults;
  }

  static List<Entry> read(String yaml, Faults faults) {
    try (YAMLParser parser = new YAMLFactory().createParser(yaml)) {
      return new YamlEntries(parser, faults).document();
    } catch (IOException impossible) {
      throw new UncheckedIOException("A text in memory is readable.", impossible);
    }
  }

  private List<Entry> document() throws IOException {
    try {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        mapping("");
      } else if (first != null && first != JsonToken.VALUE_NULL) {
        faults.add(
            Faults.WHOLE_FILE, line(), "the file is no mapping; write one \"key: value\" a line");
        return entries;
      }
      if (parser.nextToken() != null) {
        faults.add(
            Faults.WHOLE_FILE, line(), "a second document begins; keep one and drop the \"---\"");
      }
    } catch (JsonProcessingException broken) {
      // The parser's own message quotes the file, which may hold a secret in plain text.
      faults.add(
          Faults.WHOLE_FILE,
          "line " + line(broken),
          "this is no YAML; look for tabs, quotes and indents");
    }
    return entries;
  }

  private void mapping(String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = prefix + parser.currentName();
      String line = line();
      parser.nextToken();
      value(key, line);
    }
  }

  private void value(String key, String line) throws IOException {
    if (parser.isCurrentAlias()) {
      faults.add(key, line, "\"" + key + "\" is an alias; write its value out");
      return;
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> mapping(key + ".");
      case START_ARRAY -> entries.add(new Entry(key, list(key), Entry.Shape.LIST, line));
      case VALUE_NULL -> entries.add(new Entry(key, List.of(), Entry.Shape.EMPTY, line));
      default -> entries.add(Entry.scalar(key, parser.getText(), line));
    }
  }

  private List<String> list(String key) throws IOException {
    List<String> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isScalarValue() && !parser.isCurrentAlias()) {
        items.add(parser.getText());
      } else {
        faults.add(key, line(), "\"" + key + "\" is a list of plain values; this item is none");
        parser.skipChildren();
      }
    }
    return items;
  }

  private String line() {
    return "line " + ((JsonParser) parser).currentTokenLocation().getLineNr();
  }

  private static int line(JsonProcessingException broken) {
    return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
  }
}
