package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** Text, kept as it was sent; a number or a boolean in its place is kept as its JSON text. */
record TextDecoder() implements ValueDecoder {

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    if (!value.currentToken().isScalarValue() || saysNone(value)) {
      return whyNot(value);
    }
    String text = value.getText();
    if (!RawText.isWellFormed(text)) {
      return Rejection.WRONG_TYPE;
    }
    writer.addString(text);
    return null;
  }

  /** Why a value at hand of the wrong kind is rejected. Moves to its end. */
  static Rejection whyNot(JsonParser value) throws IOException {
    value.skipChildren();
    return value.currentToken().isScalarValue() && saysNone(value)
        ? Rejection.INVALID
        : Rejection.WRONG_TYPE;
  }

  private static boolean saysNone(JsonParser scalar) throws IOException {
    JsonToken token = scalar.currentToken();
    // The word NaN in text may be a name; as a number, and the car's own mark, it is not.
    boolean mayMark =
        token == JsonToken.VALUE_NUMBER_FLOAT
            || (token == JsonToken.VALUE_STRING && scalar.getText().startsWith("<"));
    return mayMark
        && NumberText.saysNone(
            scalar.getTextCharacters(), scalar.getTextOffset(), scalar.getTextLength());
  }
}
