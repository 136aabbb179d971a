package dev.glovebox.source;

import java.util.Locale;

/** Why a message or a value could not be read or trusted. The codes never change. */
public enum Rejection {
  /** A line that is not one JSON object of exactly one known kind. */
  BROKEN_RECORD,
  /** An object whose stored bytes end too early or do not decompress. */
  TRUNCATED_OBJECT,
  /** A line of more bytes than the limit. */
  TOO_LONG,
  NO_VIN,
  NO_INSTANT,
  /** An instant too far after the hour in which the message arrived. */
  CLOCK_AHEAD,
  /** A message whose list of values is empty. */
  NO_VALUES,
  /**
   * A value marked so by the car, or one that is no quantity or place: NaN, 0/0, half a position.
   */
  INVALID,
  WRONG_TYPE,
  OUT_OF_RANGE,
  /** A value that differs from an earlier one of the same vehicle, instant and signal. */
  CONFLICTING_VALUE;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The reason code: {@code broken-record}. */
  public String code() {
    return code;
  }
}
