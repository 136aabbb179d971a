package dev.glovebox.source;

import java.util.Arrays;
import java.util.Optional;

/** What a message of a vehicle is about. */
public enum RecordKind {
  VEHICLE_DATA("vehicle-data"),
  ALERTS("alerts"),
  ERRORS("errors"),
  CONNECTIVITY("connectivity"),
  METRICS("metrics"),
  /** A record of none of these kinds, or one that cannot be read. */
  UNKNOWN("unknown");

  private final String code;

  RecordKind(String code) {
    this.code = code;
  }

  /** The name that tables and ledgers use: {@code vehicle-data}. */
  public String code() {
    return code;
  }

  /** The kind of a code, empty for any other text. */
  public static Optional<RecordKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }
}
