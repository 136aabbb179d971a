package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStream;

/**
 * JSON as RFC 8259 has it, in UTF-8 only. The one liberty: NaN and infinities may stand where a
 * number may, so that one such value is rejected alone and not its whole record. The library's own
 * limits on nesting and on the length of numbers and names hold; beyond them a record is broken.
 */
final class StrictJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          // Names come from outside: they are neither kept for ever nor trusted to hash well.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  private StrictJson() {}

  /** Parses a slice of bytes, which have to stay as they are until the parser is closed. */
  static JsonParser parser(byte[] bytes, int start, int end) throws IOException {
    return FACTORY.createParser(bytes, start, end - start);
  }

  static JsonGenerator generator(OutputStream utf8) throws IOException {
    return FACTORY.createGenerator(utf8);
  }
}
