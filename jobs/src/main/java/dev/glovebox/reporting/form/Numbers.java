package dev.glovebox.reporting.form;

import dev.glovebox.reporting.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures as people read them, alike in every form and language. */
final class Numbers {

  private static final int DECIMALS = 3;
  private static final String DAY = "yyyymmdd";

  private Numbers() {}

  /**
   * The value of a figure; a word where there is none.
   *
   * @param hidden the word for a suppressed one
   */
  static String of(Figure figure, String hidden) {
    if (figure.isSuppressed()) {
      return hidden;
    }
    return figure.value().map(value -> text(value, figure.unit())).orElse("–");
  }

  static String text(double value, String unit) {
    if (unit.equals(DAY)) {
      long day = (long) value;
      return String.format(Locale.ROOT, "%d-%02d-%02d", day / 10_000, day / 100 % 100, day % 100);
    }
    BigDecimal rounded =
        new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    int decimals = Math.max(0, rounded.scale());
    return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
  }
}
