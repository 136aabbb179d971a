package dev.glovebox.request;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the lines of request files into the book: each is entered once, and none is dropped. The
 * same request again is the one that is there already; another one with its id is refused under an
 * id of its own.
 */
public final class Intake {

  private final Deadlines deadlines;
  private final Instant asOf;
  private final Map<String, Entry> book;
  private final Map<String, Entry> entered = new LinkedHashMap<>();

  /**
   * @param book what was entered before, by id
   * @param asOf the time to go by
   */
  public Intake(Map<String, Entry> book, Deadlines deadlines, Instant asOf) {
    this.book = book;
    this.deadlines = deadlines;
    this.asOf = asOf;
  }

  /** The entries that these lines add, by id. */
  public Map<String, Entry> enter(List<RequestLine> lines) {
    lines.stream().map(RequestForm::read).forEach(this::enter);
    return entered;
  }

  private void enter(Filing filing) {
    Entry known = known(filing.asked().id());
    if (known == null) {
      add(filing.asked(), filing.fault());
    } else if (!known.asked().equals(filing.asked())) {
      Asked other = filing.asked().named(filing.madeId());
      if (known(other.id()) == null) {
        add(other, Optional.of(Reason.REPEATED_ID));
      }
    }
  }

  private Entry known(String id) {
    Entry before = book.get(id);
    return before == null ? entered.get(id) : before;
  }

  private void add(Asked asked, Optional<Reason> fault) {
    Answer none =
        Answer.none(
            asked.kind().flatMap(kind -> asked.receivedAt().map(at -> deadlines.dueOn(kind, at))));
    Entry entry = new Entry(asked, none);
    entered.put(asked.id(), fault.map(why -> entry.refused(why, asOf)).orElse(entry));
  }
}
