package dev.glovebox.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the values of one vehicle's day, and what its rows in the package say. */
final class DayCounts {

  private static final String RELEASED = "released";
  private static final String DUPLICATE = "duplicate";
  private static final String WITHHELD = "withheld";
  private static final String REJECTED = "rejected";

  private final SortedMap<String, Long> withheld = new TreeMap<>();
  private final SortedMap<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> releasedByKind = new TreeMap<>();
  private final Map<String, Long> inRowsByKind = new TreeMap<>();
  private final List<Span> gaps = new ArrayList<>();
  private long duplicate;

  /**
   * Counts values.
   *
   * @throws IllegalArgumentException for an outcome that is not known
   */
  void count(String kind, String outcome, String reason, long values) {
    switch (String.valueOf(outcome)) {
      case RELEASED -> releasedByKind.merge(kind, values, Long::sum);
      case DUPLICATE -> duplicate += values;
      case WITHHELD -> withheld.merge(reason, values, Long::sum);
      case REJECTED -> rejected.merge(reason, values, Long::sum);
      default ->
          throw new IllegalArgumentException(
              "completeness has an outcome that this program does not know; was the table written"
                  + " by a newer one?");
    }
  }

  /** Counts the values of a row that is in the package. */
  void inRow(String kind, long values) {
    inRowsByKind.merge(kind, values, Long::sum);
  }

  void gap(Span gap) {
    gaps.add(gap);
  }

  /** Whether the rows hold as many values of every kind as were released. */
  boolean agreesWithRows() {
    return without0(releasedByKind).equals(without0(inRowsByKind));
  }

  long released() {
    return sum(releasedByKind);
  }

  long duplicate() {
    return duplicate;
  }

  SortedMap<String, Long> withheld() {
    return withheld;
  }

  SortedMap<String, Long> rejected() {
    return rejected;
  }

  List<Span> gaps() {
    return gaps;
  }

  long received() {
    return released() + duplicate + sum(withheld) + sum(rejected);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> without0(Map<String, Long> counts) {
    Map<String, Long> some = new TreeMap<>(counts);
    some.values().removeIf(count -> count == 0);
    return some;
  }
}
