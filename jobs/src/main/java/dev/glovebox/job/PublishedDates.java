package dev.glovebox.job;

import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Which batch dates a run has to publish: those asked for, and those that depend on them. */
final class PublishedDates {

  private static final TableDefinition LEDGER = LakeTables.ledger();

  private final Lake lake;
  private final TableDefinition firstWritten;
  private final int windowDays;

  /**
   * @param firstWritten the table that a batch date is written to first; the ledger is the last
   * @param windowDays batch dates before one whose values are known to it
   */
  PublishedDates(Lake lake, TableDefinition firstWritten, int windowDays) {
    this.lake = lake;
    this.firstWritten = firstWritten;
    this.windowDays = windowDays;
  }

  /** The published batch dates before this one that its window reaches. */
  List<LocalDate> before(LocalDate date) {
    Set<LocalDate> published = lake.turns(LEDGER).keySet();
    return date.minusDays(windowDays).datesUntil(date).filter(published::contains).toList();
  }

  /**
   * The dates asked for, those that an earlier run left half written, and the published dates whose
   * window reaches any of them: what they know has changed.
   */
  NavigableSet<LocalDate> withDependents(Collection<LocalDate> asked) {
    Map<LocalDate, Long> published = lake.turns(LEDGER);
    NavigableSet<LocalDate> dates = new TreeSet<>(asked);
    dates.addAll(unfinished(published));
    for (LocalDate date : List.copyOf(dates)) {
      date.plusDays(1)
          .datesUntil(date.plusDays(windowDays + 1L))
          .filter(published::containsKey)
          .forEach(dates::add);
    }
    return dates;
  }

  /** The turn that the next replacement of a date takes in every table. */
  long nextTurn(LocalDate date) {
    long first = lake.turns(firstWritten).getOrDefault(date, 0L);
    return Math.max(first, lake.turns(LEDGER).getOrDefault(date, 0L)) + 1;
  }

  /**
   * Dates of which the first table holds another turn than the ledger: a run ended between them.
   */
  private Set<LocalDate> unfinished(Map<LocalDate, Long> finished) {
    Set<LocalDate> unfinished = new TreeSet<>();
    lake.turns(firstWritten)
        .forEach(
            (date, turn) -> {
              if (!turn.equals(finished.get(date))) {
                unfinished.add(date);
              }
            });
    return unfinished;
  }
}
