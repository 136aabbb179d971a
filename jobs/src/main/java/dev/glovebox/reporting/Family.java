package dev.glovebox.reporting;

import java.util.List;
import java.util.Optional;

/**
 * Figures of one kind: measures over the same cells, which are published or hidden together.
 *
 * @param id its name, which is also that of its query: {@code held-by-class}
 * @param section of the report: {@code art13-2}
 * @param dimensions that it is broken down by, besides the month
 * @param measures in the order in which they are shown
 * @param months whether a report of a year shows months too
 */
public record Family(
    String id, String section, List<Dimension> dimensions, List<Measure> measures, Months months) {

  /** Whether a report of a year shows months. */
  public enum Months {
    /** A report of a year shows its months as well. */
    SHOWN,
    /** A report of a year shows the year only; reports of months show theirs. */
    UNSHOWN,
    /** The figures are of a state, not of what happened: there are no months to add up. */
    NONE
  }

  public Family {
    dimensions = List.copyOf(dimensions);
    measures = List.copyOf(measures);
  }

  /** The measure of this name. */
  public Optional<Measure> measure(String metric) {
    return measures.stream().filter(each -> each.metric().equals(metric)).findFirst();
  }
}
