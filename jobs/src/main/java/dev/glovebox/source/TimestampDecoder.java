package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** An instant, sent as a whole number of seconds since the epoch, its text, or RFC 3339 text. */
final class TimestampDecoder implements ValueDecoder {
  private static final long EARLIEST_MICROS = InstantParser.parse("0001-01-01T00:00:00Z");
  private static final long LATEST_MICROS = InstantParser.parse("9999-12-31T23:59:59.999999Z");

  private final long microsPerUnit;
  private final WholeNumber number = new WholeNumber();

  /** The seconds in a unit of the source: 0.001 where it sends milliseconds. */
  TimestampDecoder(double secondsPerUnit) {
    this.microsPerUnit = Math.round(secondsPerUnit * InstantParser.MICROS_PER_SECOND);
  }

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    if (!DoubleDecoder.isNumberOrText(value)) {
      value.skipChildren();
      return Rejection.WRONG_TYPE;
    }
    long micros = dateTime(value);
    if (micros != InstantParser.NONE) {
      return write(micros, writer);
    }
    Rejection rejection = number.read(value);
    if (rejection != null) {
      return rejection;
    }
    try {
      return write(Math.multiplyExact(number.value(), microsPerUnit), writer);
    } catch (ArithmeticException tooLarge) {
      return Rejection.OUT_OF_RANGE;
    }
  }

  private static long dateTime(JsonParser value) throws IOException {
    return value.currentToken() == JsonToken.VALUE_STRING
        ? InstantParser.parse(
            value.getTextCharacters(), value.getTextOffset(), value.getTextLength())
        : InstantParser.NONE;
  }

  private static Rejection write(long micros, ValueWriter writer) {
    if (micros < EARLIEST_MICROS || micros > LATEST_MICROS) {
      return Rejection.OUT_OF_RANGE;
    }
    writer.addLong(micros);
    return null;
  }
}
