package dev.glovebox.delivery.incident;

/**
 * One strip of the chart.
 *
 * @param key of its words
 * @param column of the catalogue that it shows
 * @param height of its plot; of a switch it is a band
 * @param colour of what it shows
 * @param form how it is drawn
 */
record Panel(String key, String column, int height, String colour, Form form) {

  /** How values are drawn. */
  enum Form {
    /** A line in steps over an axis. */
    LINE,
    /** A band where it is on. */
    SWITCH
  }

  static Panel line(String key, String column, int height, String colour) {
    return new Panel(key, column, height, colour, Form.LINE);
  }

  static Panel band(String key, String column, String colour) {
    return new Panel(key, column, 12, colour, Form.SWITCH);
  }
}
