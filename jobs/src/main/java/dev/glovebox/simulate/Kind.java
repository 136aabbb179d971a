package dev.glovebox.simulate;

/** The kinds of records. */
enum Kind {
  VEHICLE_DATA("vehicle-data"),
  ALERTS("alerts"),
  ERRORS("errors"),
  CONNECTIVITY("connectivity"),
  METRICS("metrics"),
  UNKNOWN("unknown");

  static final int COUNT = values().length;

  final String code;

  Kind(String code) {
    this.code = code;
  }
}
