package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** Decodes the values of one field, whatever arm of the wire format they come in. */
interface ValueDecoder {

  /**
   * Reads the value at hand and writes its parts.
   *
   * @param value stands at the value, which is not null; afterwards at its end
   * @param writer has begun the field's entry
   * @return null if all parts are written, else why the value is rejected
   */
  Rejection decode(JsonParser value, ValueWriter writer) throws IOException;
}
