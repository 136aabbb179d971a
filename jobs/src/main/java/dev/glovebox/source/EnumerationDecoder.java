package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * One of the names that the catalogue lists, with or without its type's prefix; where it lists true
 * and false, a boolean is one of them.
 */
final class EnumerationDecoder implements ValueDecoder {
  private final Map<String, String> namesAsSent = new HashMap<>();

  EnumerationDecoder(Part part) {
    part.signal().values().forEach(name -> namesAsSent.put(part.prefix() + name, name));
    part.signal().values().forEach(name -> namesAsSent.put(name, name));
  }

  /** What each text that may be sent means. */
  Map<String, String> namesAsSent() {
    return namesAsSent;
  }

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    boolean text = value.currentToken() == JsonToken.VALUE_STRING;
    String name = text || value.currentToken().isBoolean() ? named(value) : null;
    if (name != null) {
      writer.addString(name);
      return null;
    }
    Rejection rejection = TextDecoder.whyNot(value);
    return text && rejection != Rejection.INVALID ? Rejection.OUT_OF_RANGE : rejection;
  }

  private String named(JsonParser value) throws IOException {
    return namesAsSent.get(value.getText());
  }
}
