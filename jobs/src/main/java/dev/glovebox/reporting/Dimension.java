package dev.glovebox.reporting;

import java.util.Locale;

/**
 * All that a figure may be broken down by. A road, a sensitive place and a charging station are
 * none of these, and there is no other way to break a figure down.
 */
public enum Dimension {
  /** {@code 2026-11}; a figure without it is of the whole period. */
  MONTH,
  /** A privacy class of signals. */
  DATA_CLASS,
  /** A table of the lake. */
  TABLE,
  /** What became of a value: {@code released}, {@code withheld}, {@code rejected}. */
  OUTCOME,
  /** A reason code. */
  REASON,
  /** A kind of request: {@code export}, {@code incident}, {@code erase}. */
  KIND,
  /** How a request was answered: {@code on-time}, {@code late}, {@code open} or a refusal. */
  ANSWER,
  /** To whom data were given. */
  RECIPIENT,
  /** Whether personal information is sensitive. */
  SENSITIVITY,
  /** Whether a vehicle speaks with infrastructure. */
  EQUIPMENT,
  /** Age of a vehicle's battery in years. */
  AGE_YEARS,
  /** A kind of alarm. */
  ALARM,
  /** A grid region, of several provinces. */
  REGION,
  /** A series of emission factors. */
  SERIES;

  /** The name in reports: {@code data_class}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
