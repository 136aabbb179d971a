package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/**
 * Reads the one-of in which a value comes, {@code {"stringValue":"24.854"}}. The name of the arm
 * says nothing: it changes with the car's firmware. Only {@code invalid} does.
 */
final class OneOf {

  private OneOf() {}

  /** Null if the value at hand is decoded into the entry begun, else why not. */
  static Rejection decode(JsonParser json, ValueDecoder decoder, ValueWriter writer)
      throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return skipNoObject(json);
    }
    Rejection rejection = Rejection.INVALID;
    boolean markedInvalid = false;
    int arms = 0;
    for (String arm = json.nextFieldName(); arm != null; arm = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      arms++;
      markedInvalid |= arm.equals("invalid");
      if (markedInvalid || arms > 1) {
        json.skipChildren();
        rejection = Rejection.WRONG_TYPE;
      } else {
        rejection = decoder.decode(json, writer);
      }
    }
    return markedInvalid ? Rejection.INVALID : rejection;
  }

  private static Rejection skipNoObject(JsonParser json) throws IOException {
    boolean absent = json.currentToken() == JsonToken.VALUE_NULL;
    json.skipChildren();
    return absent ? Rejection.INVALID : Rejection.WRONG_TYPE;
  }
}
