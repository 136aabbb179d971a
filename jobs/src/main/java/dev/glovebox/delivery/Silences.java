package dev.glovebox.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds stretches of more than an hour in which a vehicle was connected and no reading of it is in
 * the package. Of a vehicle whose connections are not known nothing is said.
 *
 * <p>It keeps two instants a connection, nothing of the readings.
 */
final class Silences {

  static final Duration LONGEST = Duration.ofHours(1);

  private final Map<String, List<Span>> connected = new HashMap<>();
  private final Map<String, Instant> openSince = new HashMap<>();
  private final Map<String, Reading> last = new HashMap<>();

  /** The last reading of a vehicle, and its first connection that was not over then. */
  private record Reading(Instant at, int connection) {}

  /** Hears that a vehicle connected or disconnected; in order of time for each vehicle. */
  void connection(String vin, Instant at, String status) {
    Instant since = openSince.remove(vin);
    if (since != null) {
      connected.computeIfAbsent(vin, first -> new ArrayList<>()).add(new Span(since, at));
    }
    if ("CONNECTED".equals(status)) {
      openSince.put(vin, at);
    }
  }

  /**
   * Hears of a reading, in order of time for each vehicle.
   *
   * @param found takes the vehicle and each stretch before it
   */
  void reading(String vin, Instant at, BiConsumer<String, Span> found) {
    Reading before = last.getOrDefault(vin, new Reading(Instant.MIN, 0));
    int connection = tell(vin, before, at, found);
    last.put(vin, new Reading(at, connection));
  }

  /** Tells of what lies after the last reading of each vehicle, to its last disconnect. */
  void end(BiConsumer<String, Span> found) {
    for (String vin : connected.keySet().stream().sorted().toList()) {
      tell(vin, last.getOrDefault(vin, new Reading(Instant.MIN, 0)), Instant.MAX, found);
    }
  }

  private int tell(String vin, Reading before, Instant at, BiConsumer<String, Span> found) {
    List<Span> spans = connected.getOrDefault(vin, List.of());
    int next = before.connection();
    while (next < spans.size()) {
      Span silent =
          new Span(later(before.at(), spans.get(next).from()), earlier(at, spans.get(next).to()));
      if (silent.from().isBefore(silent.to()) && silent.length().compareTo(LONGEST) > 0) {
        found.accept(vin, silent);
      }
      if (spans.get(next).to().isAfter(at)) {
        break;
      }
      next++;
    }
    return next;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
