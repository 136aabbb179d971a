package dev.glovebox.reporting;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One figure as it is published.
 *
 * @param dimensions by name
 * @param value empty if it is suppressed
 * @param people holders behind it; empty if it is suppressed or not about people
 */
public record Figure(
    String section,
    String metric,
    Map<String, String> dimensions,
    Optional<Double> value,
    String unit,
    Optional<Long> people,
    Standing standing) {

  /** Whether a figure is told. */
  public enum Standing {
    /** It is told. */
    SHOWN,
    /** It is of too few people, or would reveal one that is. */
    SUPPRESSED
  }

  public Figure {
    dimensions = Map.copyOf(new TreeMap<>(dimensions));
  }

  /** A figure that is not about people: a limit, a factor, a count of rules. */
  public static Figure plain(
      String section, String metric, Map<String, String> dimensions, double value, String unit) {
    return new Figure(
        section, metric, dimensions, Optional.of(value), unit, Optional.empty(), Standing.SHOWN);
  }

  /** Whether it is suppressed. */
  public boolean isSuppressed() {
    return standing == Standing.SUPPRESSED;
  }
}
