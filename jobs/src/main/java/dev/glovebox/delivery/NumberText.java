package dev.glovebox.delivery;

import java.math.BigDecimal;

/** How numbers stand in the text files of a package. */
final class NumberText {

  private NumberText() {}

  /** The shortest digits that give the number back, without an exponent. */
  static String of(double number) {
    String text = Double.toString(number);
    if (text.indexOf('E') >= 0) {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
