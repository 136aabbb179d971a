package dev.glovebox.delivery.incident;

import dev.glovebox.publishing.Outcome;
import dev.glovebox.publishing.Replayed;
import dev.glovebox.source.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything that was found of one incident, in order of time. It is kept in memory: half an hour
 * of one vehicle.
 */
final class IncidentRecord implements Replayed {

  /** The released values of one instant, as {@code ValueWriter} writes them. */
  record Reading(long micros, byte[] values, List<String> withheld) {}

  /** An alert; the last two may be null. */
  record Alert(
      long micros, String name, List<String> audiences, Long startedAtMicros, Long endedAtMicros) {}

  /** A connect or disconnect; texts may be null. */
  record Connection(long micros, String id, String status, String networkInterface) {}

  /** A value of a signal, under the source's name, that is not released. */
  record Refused(long micros, String signal, Outcome outcome, String reason) {}

  /**
   * What messages and values came to.
   *
   * @param reason null for what is released
   */
  record Fate(RecordKind kind, Outcome outcome, String reason) {}

  /** How many messages and values had a fate. */
  record Count(long messages, long values) {
    Count and(Count other) {
      return new Count(messages + other.messages, values + other.values);
    }
  }

  private static final Comparator<Fate> ORDER =
      Comparator.comparing(Fate::kind)
          .thenComparing(Fate::outcome)
          .thenComparing(Fate::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final List<Reading> readings = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Map<Fate, Count> counts = new TreeMap<>(ORDER);

  @Override
  public void reading(long capturedAtMicros, byte[] values, List<String> withheld) {
    readings.add(new Reading(capturedAtMicros, values, withheld));
  }

  @Override
  public void alert(
      long capturedAtMicros,
      String name,
      List<String> audiences,
      Long startedAtMicros,
      Long endedAtMicros) {
    alerts.add(new Alert(capturedAtMicros, name, audiences, startedAtMicros, endedAtMicros));
  }

  @Override
  public void connection(
      long capturedAtMicros, String connectionId, String status, String networkInterface) {
    connections.add(new Connection(capturedAtMicros, connectionId, status, networkInterface));
  }

  @Override
  public void refused(long capturedAtMicros, String signal, Outcome outcome, String reason) {
    refused.add(new Refused(capturedAtMicros, signal, outcome, reason));
  }

  @Override
  public void count(RecordKind kind, Outcome outcome, String reason, long messages, long values) {
    counts.merge(new Fate(kind, outcome, reason), new Count(messages, values), Count::and);
  }

  /** True when the vehicle sent nothing that belongs to whoever asks. */
  boolean isEmpty() {
    return counts.isEmpty();
  }

  List<Reading> readings() {
    return readings;
  }

  List<Alert> alerts() {
    return alerts;
  }

  List<Connection> connections() {
    return connections;
  }

  List<Refused> refused() {
    return refused;
  }

  Map<Fate, Count> counts() {
    return counts;
  }

  /** When anything is in the package, in no order. */
  Stream<Long> instants() {
    return Stream.of(
            readings.stream().map(Reading::micros),
            alerts.stream().map(Alert::micros),
            connections.stream().map(Connection::micros))
        .flatMap(each -> each);
  }

  /** When the vehicle was heard of at all, in no order. */
  Stream<Long> heard() {
    return Stream.concat(instants(), refused.stream().map(Refused::micros));
  }
}
