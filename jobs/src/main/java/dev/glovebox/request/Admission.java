package dev.glovebox.request;

import dev.glovebox.registry.Held;
import dev.glovebox.registry.Holds;
import dev.glovebox.request.Request.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Decides whether whoever asks for data may have it, by what they held and what is under a legal
 * hold. A hold delays an answer and does not refuse it: when it ends, the request is served.
 *
 * <p>The portal's word for who asks is taken; that is not checked here.
 */
public final class Admission {

  private static final Comparator<Grant> ORDER =
      Comparator.comparing(Grant::vin).thenComparing(Grant::fromMicros);

  private final Map<String, List<Held>> heldBy;
  private final Holds holds;
  private final Duration before;
  private final Duration after;
  private final Instant asOf;

  /**
   * @param heldBy what holders ever held, by their id
   * @param before how much of an incident lies before its instant
   * @param after how much lies after it
   * @param asOf the time to go by
   */
  public Admission(
      Map<String, List<Held>> heldBy, Holds holds, Duration before, Duration after, Instant asOf) {
    this.heldBy = heldBy;
    this.holds = holds;
    this.before = before;
    this.after = after;
    this.asOf = asOf;
  }

  /** Whether an export or an incident is served, and what it gets. */
  public Ruling rule(Request request) {
    if (request.receivedAt().isAfter(asOf)) {
      return Ruling.delayed(Reason.RECEIVED_AHEAD);
    }
    List<Held> held = held(request.ownerId());
    if (held.isEmpty()) {
      return Ruling.refused(Reason.NOTHING_HELD);
    }
    Set<String> vins = new TreeSet<>(held.stream().map(Held::vin).toList());
    if (!vins.containsAll(request.vins())) {
      return Ruling.refused(Reason.NEVER_HELD);
    }
    if (!request.vins().isEmpty()) {
      vins.retainAll(request.vins());
    }
    if (holds.cover(request.ownerId(), vins, micros(asOf))) {
      return Ruling.delayed(Reason.LEGAL_HOLD);
    }
    return granted(request, held.stream().filter(each -> vins.contains(each.vin())).toList());
  }

  private List<Held> held(String ownerId) {
    return heldBy.getOrDefault(ownerId, List.of()).stream()
        .filter(each -> each.fromMicros() <= micros(asOf))
        .toList();
  }

  private Ruling granted(Request request, List<Held> held) {
    List<Grant> grants =
        request.kind() == Kind.INCIDENT ? incident(request, held) : export(request, held);
    if (request.kind() == Kind.INCIDENT && Math.max(grants.size(), request.vins().size()) > 1) {
      return Ruling.refused(Reason.SEVERAL_VEHICLES);
    }
    return grants.isEmpty() ? Ruling.refused(Reason.OUTSIDE_TENURE) : Ruling.granted(grants);
  }

  private static List<Grant> export(Request request, List<Held> held) {
    long from = request.from().map(Admission::micros).orElse(Long.MIN_VALUE);
    long to = request.to().map(Admission::micros).orElse(Long.MAX_VALUE);
    return grants(held.stream(), from, to);
  }

  private List<Grant> incident(Request request, List<Held> held) {
    Instant at = request.at().orElseThrow();
    return grants(
        held.stream().filter(each -> each.contains(micros(at))),
        micros(at.minus(before)),
        micros(at.plus(after)));
  }

  /** What was held, cut at both ends of what is asked for. */
  private static List<Grant> grants(Stream<Held> held, long from, long to) {
    return held.map(
            each ->
                new Grant(
                    each.vin(),
                    Math.max(from, each.fromMicros()),
                    Math.min(to, each.toMicros()),
                    each.toMicros()))
        .filter(grant -> grant.fromMicros() < grant.toMicros())
        .sorted(ORDER)
        .toList();
  }

  private static long micros(Instant instant) {
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
  }
}
