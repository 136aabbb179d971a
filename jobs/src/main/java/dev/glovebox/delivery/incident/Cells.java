package dev.glovebox.delivery.incident;

import dev.glovebox.signal.Signal;
import java.math.BigDecimal;
import java.util.Collection;

/** Values as the cells of a table have them. */
final class Cells {

  private static final String RUNS_AS_FORMULA = "=+-@\t\r";

  private Cells() {}

  /** A value of a signal: numbers plain, instants in the zone, text harmless. */
  static String of(Signal signal, Object value, Times times) {
    return switch (signal.type()) {
      case DOUBLE -> number((Double) value);
      case TIMESTAMP -> times.local((Long) value);
      case LONG, BOOLEAN -> value.toString();
      case STRING, TIME -> text((String) value);
    };
  }

  /** Without an exponent and without zeros at the end. */
  static String number(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.signum() == 0 ? "0" : plain.toPlainString();
  }

  /** Text that no spreadsheet takes for a formula; empty for null. */
  static String text(String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    return RUNS_AS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** Several texts in one cell. */
  static String texts(Collection<String> texts) {
    return text(String.join(";", texts));
  }

  /** An instant in the zone; empty for null. */
  static String instant(Long micros, Times times) {
    return micros == null ? "" : times.local(micros);
  }
}
