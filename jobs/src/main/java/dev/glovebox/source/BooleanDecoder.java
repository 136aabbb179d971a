package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import java.util.Optional;

/** Yes or no, sent as a boolean or as its text in any case. */
record BooleanDecoder() implements ValueDecoder {

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    Optional<Boolean> read = read(value);
    if (read.isEmpty()) {
      return TextDecoder.whyNot(value);
    }
    writer.addBoolean(read.get());
    return null;
  }

  /** Empty if the value at hand is no boolean. Does not move. */
  static Optional<Boolean> read(JsonParser value) throws IOException {
    JsonToken token = value.currentToken();
    if (token.isBoolean()) {
      return Optional.of(token == JsonToken.VALUE_TRUE);
    }
    if (token != JsonToken.VALUE_STRING) {
      return Optional.empty();
    }
    boolean yes = value.getText().equalsIgnoreCase("true");
    boolean no = value.getText().equalsIgnoreCase("false");
    return yes || no ? Optional.of(yes) : Optional.empty();
  }
}
