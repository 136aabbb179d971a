package dev.glovebox.job;

import dev.glovebox.table.KeyedChange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which batch dates a run has to derive: those asked for, and those that were published again since
 * they were derived. Each derived table keeps the turn at which it saw each date.
 */
final class DerivedDates {

  /** Before a date: the name under which a derived table keeps the turn of it that it saw. */
  private static final String SEEN = "glovebox.derived.batch_date=";

  private final Map<LocalDate, Long> published;

  /**
   * @param published the turn of each batch date of telemetry
   */
  DerivedDates(Map<LocalDate, Long> published) {
    this.published = new TreeMap<>(published);
  }

  /** The dates asked for that are published, and those that changed since they were derived. */
  NavigableSet<LocalDate> toDerive(Collection<LocalDate> asked, Collection<KeyedChange> changes) {
    NavigableSet<LocalDate> dates = new TreeSet<>(asked);
    dates.retainAll(published.keySet());
    for (KeyedChange change : changes) {
      seen(change)
          .forEach(
              (date, turn) -> {
                if (published.getOrDefault(date, turn) > turn) {
                  dates.add(date);
                }
              });
    }
    return dates;
  }

  /** Published dates before the last of those asked for that were never derived. */
  NavigableSet<LocalDate> neverDerived(LocalDate last, Collection<KeyedChange> changes) {
    NavigableSet<LocalDate> dates = new TreeSet<>(published.keySet());
    dates.removeIf(date -> date.isAfter(last));
    changes.forEach(change -> dates.removeAll(seen(change).keySet()));
    return dates;
  }

  /** Keeps with a change that it has seen these dates as they are published. */
  void note(Collection<LocalDate> dates, KeyedChange change) {
    Map<LocalDate, Long> seen = seen(change);
    for (LocalDate date : dates) {
      long turn = published.get(date);
      if (seen.getOrDefault(date, -1L) != turn) {
        change.note(SEEN + date, turn);
      }
    }
  }

  private static Map<LocalDate, Long> seen(KeyedChange change) {
    Map<LocalDate, Long> seen = new TreeMap<>();
    change.noted(SEEN).forEach((date, turn) -> seen.put(LocalDate.parse(date), turn));
    return seen;
  }
}
