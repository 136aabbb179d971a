package dev.glovebox.signal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of value a signal has, after conversion. */
public enum SignalType {
  DOUBLE,
  LONG,
  BOOLEAN,
  STRING,
  /** Microseconds since the epoch. */
  TIMESTAMP,
  /** A time of day without a date, as the text {@code HH:MM:SS}. */
  TIME;

  private static final Map<String, SignalType> BY_CODE =
      Stream.of(values()).collect(Collectors.toMap(SignalType::code, Function.identity()));

  /** The name used in files, for example {@code double}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of this code; empty when there is none. */
  public static Optional<SignalType> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  boolean isNumber() {
    return this == DOUBLE || this == LONG;
  }
}
