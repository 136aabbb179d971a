package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** A quantity, sent as a number or as its text. */
record DoubleDecoder(Conversion conversion) implements ValueDecoder {

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    if (!isNumberOrText(value)) {
      value.skipChildren();
      return Rejection.WRONG_TYPE;
    }
    double sent = number(value);
    if (!Double.isFinite(sent)) {
      return whyNotFinite(value, sent);
    }
    double converted = conversion.apply(sent);
    if (!conversion.accepts(converted)) {
      return Rejection.OUT_OF_RANGE;
    }
    writer.addDouble(converted);
    return null;
  }

  static boolean isNumberOrText(JsonParser value) {
    JsonToken token = value.currentToken();
    return token == JsonToken.VALUE_STRING || token.isNumeric();
  }

  /** NaN if the scalar at hand is no decimal. */
  static double number(JsonParser scalar) throws IOException {
    return NumberText.parse(
        scalar.getTextCharacters(), scalar.getTextOffset(), scalar.getTextLength());
  }

  static Rejection whyNotFinite(JsonParser scalar, double sent) throws IOException {
    boolean none =
        Double.isInfinite(sent)
            || NumberText.saysNone(
                scalar.getTextCharacters(), scalar.getTextOffset(), scalar.getTextLength());
    return none ? Rejection.INVALID : Rejection.WRONG_TYPE;
  }
}
