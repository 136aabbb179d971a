package dev.glovebox.reporting;

import java.util.EnumSet;
import java.util.Set;

/**
 * A quantity that a family of figures tells of each of its cells.
 *
 * @param metric its name: {@code rows}
 * @param unit its unit: {@code rows}, {@code km}, {@code yyyymmdd}
 * @param kind how the values of cells relate
 * @param apartOver dimensions over which it makes no total, since their members overlap or do not
 *     belong together
 */
public record Measure(String metric, String unit, Kind kind, Set<Dimension> apartOver) {

  /** How the values of cells relate. */
  public enum Kind {
    /** Parts add up to their total. */
    SUM,
    /** A sum that is not published, and must not be computable: what others are derived from. */
    BASE,
    /** Distinct vehicles: a total is at least each part and at most their sum. */
    DISTINCT,
    /** The least of the parts. */
    LEAST,
    /** The greatest of the parts. */
    GREATEST,
    /** The middle one of the contributions. */
    MEDIAN,
    /** Computed from the other measures of its cell, and hidden with them. */
    DERIVED;

    /** Whether parts tell something of their total, and it of them. */
    boolean isRelated() {
      return this == SUM || this == BASE || this == DISTINCT;
    }
  }

  public Measure {
    apartOver = Set.copyOf(apartOver);
  }

  /** A sum over all dimensions. */
  public static Measure sum(String metric, String unit) {
    return new Measure(metric, unit, Kind.SUM, Set.of());
  }

  /** A measure of another kind. */
  public static Measure of(String metric, String unit, Kind kind) {
    return new Measure(metric, unit, kind, Set.of());
  }

  /** The same without totals over these dimensions. */
  public Measure apart(Dimension first, Dimension... more) {
    return new Measure(metric, unit, kind, EnumSet.of(first, more));
  }
}
