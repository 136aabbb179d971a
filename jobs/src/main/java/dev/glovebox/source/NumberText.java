package dev.glovebox.source;

import com.fasterxml.jackson.core.io.NumberInput;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Reads decimal numbers from characters: an optional sign, digits, a fraction, an exponent, and
 * nothing else. A number and the text of that number give the same value, to the last bit.
 */
final class NumberText {
  /** As many characters as a JSON number may have. */
  static final int LONGEST = 1000;

  private static final Set<String> NOT_A_VALUE = Set.of("nan", "inf", "infinity", "<invalid>");

  /** So many decimal digits always fit the 53 bits of a double. */
  private static final int EXACT_DIGITS = 15;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };
  private static final int LONG_DIGITS = 18;

  private NumberText() {}

  /** Whether the text says that there is no value: NaN, an infinity, the car's own mark. */
  static boolean saysNone(char[] text, int from, int length) {
    if (length == 0 || length > 10) {
      return false;
    }
    int start = text[from] == '-' || text[from] == '+' ? 1 : 0;
    String word = new String(text, from + start, length - start);
    return NOT_A_VALUE.contains(word.toLowerCase(Locale.ROOT));
  }

  /** The nearest double; an infinity if it is too large for one; NaN if the text is no decimal. */
  static double parse(char[] text, int from, int length) {
    double simple = parseSimple(text, from, length);
    if (!Double.isNaN(simple)) {
      return simple;
    }
    if (!isDecimal(text, from, length)) {
      return Double.NaN;
    }
    int plus = text[from] == '+' ? 1 : 0;
    return NumberInput.parseDouble(text, from + plus, length - plus, /* useFastParser= */ true);
  }

  /**
   * Decimals of few digits without an exponent: both the digits and the power of ten are exact
   * doubles, so one division rounds once. NaN if the text is not one of these.
   */
  private static double parseSimple(char[] text, int from, int length) {
    int end = from + length;
    int at = length > 0 && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    if (length == 0 || end - at > EXACT_DIGITS + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int first = at;
    int point = end;
    for (; at < end; at++) {
      char next = text[at];
      if (next >= '0' && next <= '9') {
        digits = digits * 10 + (next - '0');
      } else if (next == '.' && point == end && at > first) {
        point = at;
      } else {
        return Double.NaN;
      }
    }
    int decimals = Math.max(0, end - point - 1);
    boolean complete = point == end ? end > first && end - first <= EXACT_DIGITS : decimals > 0;
    if (!complete) {
      return Double.NaN;
    }
    double magnitude = digits / POWERS_OF_TEN[decimals];
    return text[from] == '-' ? -magnitude : magnitude;
  }

  static boolean isDecimal(char[] text, int from, int length) {
    int end = from + length;
    if (length == 0 || length > LONGEST) {
      return false;
    }
    int start = text[from] == '-' || text[from] == '+' ? from + 1 : from;
    int at = digitsEnd(text, start, end);
    boolean sound = at > start;
    if (sound && at < end && text[at] == '.') {
      int fraction = at + 1;
      at = digitsEnd(text, fraction, end);
      sound = at > fraction;
    }
    if (sound && at < end && (text[at] == 'e' || text[at] == 'E')) {
      boolean signed = at + 1 < end && (text[at + 1] == '-' || text[at + 1] == '+');
      int exponent = signed ? at + 2 : at + 1;
      at = digitsEnd(text, exponent, end);
      sound = at > exponent;
    }
    return sound && at == end;
  }

  private static int digitsEnd(char[] text, int from, int end) {
    int at = from;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  /** Whether the text is an integer that {@link #shortInteger} reads. */
  static boolean isShortInteger(char[] text, int from, int length) {
    int start = length > 0 && (text[from] == '-' || text[from] == '+') ? from + 1 : from;
    int end = from + length;
    int digits = end - start;
    return digits > 0 && digits <= LONG_DIGITS && digitsEnd(text, start, end) == end;
  }

  static long shortInteger(char[] text, int from, int length) {
    boolean signed = text[from] == '-' || text[from] == '+';
    long value = 0;
    for (int at = signed ? from + 1 : from; at < from + length; at++) {
      value = value * 10 + (text[at] - '0');
    }
    return text[from] == '-' ? -value : value;
  }

  /** A decimal in full. The text has to be one. */
  static BigDecimal exact(char[] text, int from, int length) {
    return new BigDecimal(text, from, length);
  }
}
