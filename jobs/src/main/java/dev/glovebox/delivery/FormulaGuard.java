package dev.glovebox.delivery;

/** Keeps a spreadsheet from running a text cell. */
final class FormulaGuard {

  private static final String STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private FormulaGuard() {}

  /** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
  static String plain(String text) {
    boolean runs = !text.isEmpty() && STARTERS.indexOf(text.charAt(0)) >= 0;
    return runs ? "'" + text : text;
  }
}
