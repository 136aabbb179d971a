package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** A count, sent as a whole number or as its text. */
final class LongDecoder implements ValueDecoder {
  /** From here on doubles do not tell neighbouring whole numbers apart. */
  private static final double EXACT_DOUBLES = 0x1p53;

  private final Conversion conversion;
  private final WholeNumber number = new WholeNumber();

  LongDecoder(Conversion conversion) {
    this.conversion = conversion;
  }

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    if (!DoubleDecoder.isNumberOrText(value)) {
      value.skipChildren();
      return Rejection.WRONG_TYPE;
    }
    return conversion.isIdentity() ? decodeAsSent(value, writer) : decodeConverted(value, writer);
  }

  private Rejection decodeAsSent(JsonParser value, ValueWriter writer) throws IOException {
    Rejection rejection = number.read(value);
    if (rejection != null) {
      return rejection;
    }
    if (!conversion.accepts((double) number.value())) {
      return Rejection.OUT_OF_RANGE;
    }
    writer.addLong(number.value());
    return null;
  }

  private Rejection decodeConverted(JsonParser value, ValueWriter writer) throws IOException {
    double sent = DoubleDecoder.number(value);
    if (!Double.isFinite(sent)) {
      return DoubleDecoder.whyNotFinite(value, sent);
    }
    double converted = conversion.apply(sent);
    if (!conversion.accepts(converted) || Math.abs(converted) >= EXACT_DOUBLES) {
      return Rejection.OUT_OF_RANGE;
    }
    if (converted != Math.rint(converted)) {
      return Rejection.WRONG_TYPE;
    }
    writer.addLong((long) converted);
    return null;
  }
}
