package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value as a tree, for the plain twin of the decoder: nothing is streamed, numbers are text,
 * repeated keys stay.
 *
 * @param form what it is
 * @param text of a text, or the literal of a number or a boolean
 * @param members of an object
 * @param items of an array
 * @param raw the value as it stands in its line
 */
record Json(
    Form form, String text, List<Map.Entry<String, Json>> members, List<Json> items, String raw) {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  enum Form {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }

  /** Empty if the text is not one JSON value. */
  static Optional<Json> parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      Json value = value(parser, text);
      return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Json value(JsonParser parser, String line) throws IOException {
    JsonToken token = parser.currentToken();
    int start = (int) parser.currentTokenLocation().getCharOffset();
    List<Map.Entry<String, Json>> members = new ArrayList<>();
    List<Json> items = new ArrayList<>();
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        members.add(Map.entry(name, value(parser, line)));
      }
    } else if (token == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(parser, line));
      }
    }
    String text = token.isScalarValue() ? parser.getText() : "";
    int end = (int) parser.currentLocation().getCharOffset();
    return new Json(form(token), text, members, items, line.substring(start, end));
  }

  private static Form form(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> Form.OBJECT;
      case START_ARRAY -> Form.ARRAY;
      case VALUE_STRING -> Form.TEXT;
      case VALUE_TRUE, VALUE_FALSE -> Form.BOOLEAN;
      case VALUE_NULL -> Form.NULL;
      default -> Form.NUMBER;
    };
  }

  boolean is(Form asked) {
    return form == asked;
  }

  boolean isNumberOrText() {
    return form == Form.NUMBER || form == Form.TEXT;
  }

  /** Every value of this key. */
  List<Json> all(String key) {
    return members.stream()
        .filter(member -> member.getKey().equals(key))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The values of this key that are not null. */
  List<Json> given(String key) {
    return all(key).stream().filter(value -> value.form != Form.NULL).toList();
  }
}
