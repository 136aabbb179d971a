package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** One of the names that the catalogue lists, with or without its type's prefix. */
final class EnumerationDecoder implements ValueDecoder {
  private final Map<String, String> namesAsSent = new HashMap<>();

  EnumerationDecoder(Part part) {
    part.signal().values().forEach(name -> namesAsSent.put(part.prefix() + name, name));
    part.signal().values().forEach(name -> namesAsSent.put(name, name));
  }

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    if (value.currentToken() != JsonToken.VALUE_STRING) {
      return TextDecoder.whyNot(value);
    }
    String name = namesAsSent.get(value.getText());
    if (name == null) {
      Rejection rejection = TextDecoder.whyNot(value);
      return rejection == Rejection.INVALID ? rejection : Rejection.OUT_OF_RANGE;
    }
    writer.addString(name);
    return null;
  }
}
