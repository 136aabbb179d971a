package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A parser over one line that can show the JSON of what it has passed. */
record LineParser(Line line, JsonParser json) implements AutoCloseable {

  static LineParser of(Line line) throws IOException {
    return new LineParser(line, StrictJson.parser(line.bytes(), line.start(), line.end()));
  }

  /** Where the value at hand starts in the line's buffer. */
  int start() {
    return line.start() + (int) json.currentTokenLocation().getByteOffset();
  }

  /** Where the parser stands in the line's buffer: after the value at hand. */
  int end() throws IOException {
    json.finishToken();
    return line.start() + (int) json.currentLocation().getByteOffset();
  }

  /** Text from a start up to where the parser stands, at most 4 KiB of UTF-8. */
  String rawFrom(int start) throws IOException {
    return RawText.of(line.bytes(), start, end());
  }

  /** Moves to the end of the value at hand and says where that is. */
  int skip() throws IOException {
    json.skipChildren();
    return end();
  }

  /** The text at hand; null if it is no text, or text that has no UTF-8 form. */
  String textOrNull() throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return null;
    }
    String text = json.getText();
    return RawText.isWellFormed(text) ? text : null;
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
