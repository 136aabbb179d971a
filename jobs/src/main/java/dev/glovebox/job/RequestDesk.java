package dev.glovebox.job;

import dev.glovebox.request.Admission;
import dev.glovebox.request.Answer;
import dev.glovebox.request.Deadlines;
import dev.glovebox.request.Entry;
import dev.glovebox.request.Intake;
import dev.glovebox.request.Reason;
import dev.glovebox.request.Request.Kind;
import dev.glovebox.request.RequestBook;
import dev.glovebox.request.RequestLine;
import dev.glovebox.request.Ruling;
import dev.glovebox.request.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The requests of a run: what changes with them is kept here until it is entered in the book. */
final class RequestDesk {

  private static final Set<Kind> SERVED = Set.of(Kind.EXPORT, Kind.INCIDENT);

  private final RequestBook book;
  private final Deadlines deadlines;
  private final Instant asOf;
  private final Map<String, Entry> entries;
  private final Map<String, Entry> changed = new LinkedHashMap<>();
  private final Map<String, Long> refused = new TreeMap<>();

  /** A request that is to be served, and what it gets. */
  record Admitted(Entry entry, Ruling ruling) {}

  RequestDesk(RequestBook book, Deadlines deadlines, Instant asOf) {
    this.book = book;
    this.deadlines = deadlines;
    this.asOf = asOf;
    this.entries = book.entries();
  }

  /** Takes what came in since the last run. */
  void receive(List<RequestLine> lines) {
    new Intake(entries, deadlines, asOf).enter(lines).values().forEach(this::change);
  }

  /** The holders whose requests are to be ruled on. */
  Set<String> asking() {
    Set<String> owners = new TreeSet<>();
    Stream.concat(pending().stream(), delivered().stream())
        .forEach(entry -> owners.add(entry.asked().ownerId().orElseThrow()));
    return owners;
  }

  /** Lets go of packages that were kept long enough, and of links that have expired. */
  long expire(Duration kept, Consumer<String> removal) {
    long removed = 0;
    for (Entry entry : delivered()) {
      Answer answer = entry.answer();
      if (!answer.completedAt().orElseThrow().plus(kept).isAfter(asOf)) {
        removal.accept(answer.packagePath().orElseThrow());
        change(entry.withoutPackage());
        removed++;
      } else if (answer.link().filter(link -> hasExpired(link)).isPresent()) {
        change(entry.withoutLink());
      }
    }
    return removed;
  }

  private boolean hasExpired(Answer.Link link) {
    return link.address().isPresent() && !link.expiresAt().isAfter(asOf);
  }

  /** Requests that were answered by a package that is still kept. */
  List<Entry> delivered() {
    return all(
        entry -> entry.answer().state() == State.DONE && entry.answer().packagePath().isPresent());
  }

  /** Exports and incidents that are owed an answer. */
  List<Entry> pending() {
    return all(entry -> entry.answer().state().isPending());
  }

  /** Those of these requests that are to be served; why others are not, is noted. */
  List<Admitted> admitted(Collection<Entry> asking, Admission admission) {
    List<Admitted> admitted = new ArrayList<>();
    for (Entry entry : asking) {
      Ruling ruling = admission.rule(entry.asked().request());
      switch (ruling.state()) {
        case REFUSED -> refuse(entry, ruling.reason().orElseThrow());
        case DELAYED -> delay(entry, ruling.reason().orElseThrow());
        default -> admitted.add(new Admitted(entry, ruling));
      }
    }
    return admitted;
  }

  /** Those that waited and wait no more are open again. */
  void reopen(Collection<Admitted> admitted) {
    for (Admitted each : admitted) {
      if (each.entry().answer().state() == State.DELAYED) {
        change(each.entry().open());
      }
    }
  }

  private void refuse(Entry entry, Reason why) {
    change(entry.refused(why, asOf));
  }

  private void delay(Entry entry, Reason why) {
    if (!entry.delayed(why).equals(entry)) {
      change(entry.delayed(why));
    }
  }

  /** Notes what became of a request. */
  void change(Entry entry) {
    entries.put(entry.id(), entry);
    changed.put(entry.id(), entry);
    if (entry.answer().state() == State.REFUSED) {
      refused.merge(entry.answer().reason().orElseThrow(), 1L, Long::sum);
    }
  }

  /** Enters in the book what changed; the version of the table if anything did. */
  OptionalLong enter(String stamp) {
    if (changed.isEmpty()) {
      return OptionalLong.empty();
    }
    long version = book.enter(changed.values(), stamp);
    changed.clear();
    return OptionalLong.of(version);
  }

  /** Requests that this run refused, by reason. */
  Map<String, Long> refused() {
    return refused;
  }

  /** Requests of any kind that wait, by reason. */
  Map<String, Long> delayed() {
    Map<String, Long> delayed = new TreeMap<>();
    entries.values().stream()
        .filter(entry -> entry.answer().state() == State.DELAYED)
        .forEach(entry -> delayed.merge(entry.answer().reason().orElseThrow(), 1L, Long::sum));
    return delayed;
  }

  /** Requests of any kind that are still owed an answer after the last day for it. */
  long late() {
    return entries.values().stream().filter(entry -> deadlines.isLate(entry, asOf)).count();
  }

  /** Years whose holidays nobody told, of deadlines that are still to be kept. */
  Set<Integer> unknownYears() {
    Set<Integer> unknown = new TreeSet<>();
    for (Entry entry : entries.values()) {
      if (entry.answer().state().isPending() && entry.answer().dueOn().isPresent()) {
        unknown.addAll(
            deadlines.unknownYears(
                entry.asked().receivedAt().orElseThrow(), entry.answer().dueOn().get()));
      }
    }
    return unknown;
  }

  private List<Entry> all(Predicate<Entry> condition) {
    return entries.values().stream()
        .filter(entry -> entry.asked().kind().filter(SERVED::contains).isPresent())
        .filter(condition)
        .toList();
  }
}
