package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a whole number, sent as a number or as its text, without loss. Reused. */
final class WholeNumber {
  private static final int DIGITS_OF_LONG = 19;

  private long value;

  /** The number that was read last. */
  long value() {
    return value;
  }

  /** Null if the scalar at hand is a whole number, else why not. */
  Rejection read(JsonParser scalar) throws IOException {
    char[] text = scalar.getTextCharacters();
    int from = scalar.getTextOffset();
    int length = scalar.getTextLength();
    if (NumberText.isShortInteger(text, from, length)) {
      value = NumberText.shortInteger(text, from, length);
      return null;
    }
    if (!NumberText.isDecimal(text, from, length)) {
      return NumberText.saysNone(text, from, length) ? Rejection.INVALID : Rejection.WRONG_TYPE;
    }
    return Double.isInfinite(NumberText.parse(text, from, length))
        ? Rejection.OUT_OF_RANGE
        : readExactly(text, from, length);
  }

  private Rejection readExactly(char[] text, int from, int length) {
    try {
      BigDecimal exact = NumberText.exact(text, from, length);
      if (exact.precision() - exact.scale() <= DIGITS_OF_LONG && isFraction(exact)) {
        return Rejection.WRONG_TYPE;
      }
      value = exact.longValueExact();
      return null;
    } catch (NumberFormatException vanishing) {
      return Rejection.WRONG_TYPE;
    } catch (ArithmeticException tooLarge) {
      return Rejection.OUT_OF_RANGE;
    }
  }

  private static boolean isFraction(BigDecimal number) {
    return number.stripTrailingZeros().scale() > 0;
  }
}
