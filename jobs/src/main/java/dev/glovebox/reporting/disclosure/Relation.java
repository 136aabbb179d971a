package dev.glovebox.reporting.disclosure;

import java.util.List;

/**
 * How a total relates to its parts.
 *
 * @param total index of the total's cell
 * @param parts indices of the parts' cells
 * @param kind whether parts add up
 */
public record Relation(int total, List<Integer> parts, Kind kind) {

  /** Whether parts add up. */
  public enum Kind {
    /** The total is the sum of its parts. */
    SUM,
    /** Of distinct people or vehicles: at least each part, at most the sum of all. */
    DISTINCT
  }

  public Relation {
    parts = List.copyOf(parts);
  }
}
