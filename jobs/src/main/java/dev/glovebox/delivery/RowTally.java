package dev.glovebox.delivery;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts the rows of a package for its receipt. */
final class RowTally {

  private final Map<Section, Long> rows = new EnumMap<>(Section.class);
  private final SortedSet<String> vins = new TreeSet<>();
  private Instant first;
  private Instant last;

  RowTally() {
    for (Section section : Section.values()) {
      rows.put(section, 0L);
    }
  }

  /**
   * Counts a row.
   *
   * @param at null for a row without an instant
   */
  void add(Section section, String vin, Instant at) {
    rows.merge(section, 1L, Long::sum);
    vins.add(vin);
    if (at != null) {
      first = first == null || at.isBefore(first) ? at : first;
      last = last == null || at.isAfter(last) ? at : last;
    }
  }

  Receipt receipt(BagWriter.Sealed sealed) {
    return new Receipt(rows, List.copyOf(vins), first, last, sealed.bytes(), sealed.sha256());
  }
}
