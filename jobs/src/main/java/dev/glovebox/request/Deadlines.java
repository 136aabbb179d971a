package dev.glovebox.request;

import dev.glovebox.request.Request.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * By when requests are to be answered.
 *
 * @param calendar by which days are counted
 * @param zone in which a day begins
 * @param workingDays that each kind may take, from the day after it was received
 */
public record Deadlines(WorkingDays calendar, ZoneId zone, Map<Kind, Integer> workingDays) {

  public Deadlines {
    workingDays = Map.copyOf(workingDays);
  }

  /** The last day for an answer. */
  public LocalDate dueOn(Kind kind, Instant receivedAt) {
    return calendar.after(day(receivedAt), workingDays.get(kind));
  }

  /** Whether an answer that is still owed is late. */
  public boolean isLate(Entry entry, Instant asOf) {
    return entry.answer().state().isPending()
        && entry.answer().dueOn().filter(due -> due.isBefore(day(asOf))).isPresent();
  }

  /** Whether an answer must not wait any longer. */
  public boolean isDue(Entry entry, Instant asOf) {
    return entry.answer().dueOn().filter(due -> due.isAfter(day(asOf))).isEmpty();
  }

  /** The years that a deadline was counted through without knowing their holidays. */
  public Set<Integer> unknownYears(Instant receivedAt, LocalDate dueOn) {
    return calendar.unknownYears(day(receivedAt), dueOn);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
