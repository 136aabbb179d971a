package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.incident.IncidentRecord.Reading;
import dev.glovebox.delivery.incident.IncidentRecord.Refused;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Every signal that the vehicle could have sent, in the order of the catalogue. */
final class Channels {

  private final List<Channel> all;
  private final Silence messages;

  private Channels(List<Channel> all, Silence messages) {
    this.all = all;
    this.messages = messages;
  }

  /** Finds out what became of each signal. */
  static Channels of(IncidentRecord found, IncidentOrder order, Fields fields) {
    Map<Integer, LongStream.Builder> sent = sent(found, fields);
    Map<String, Map<String, Long>> refused = new HashMap<>();
    for (Refused each : found.refused()) {
      refused
          .computeIfAbsent(each.signal(), first -> new TreeMap<>())
          .merge(each.reason(), 1L, Long::sum);
    }
    List<Channel> all = new ArrayList<>();
    for (Field field : fields.all()) {
      for (Part part : field.parts()) {
        LongStream.Builder instants = sent.get(part.signal().ordinal());
        Silence silence = silence(order, instants == null ? LongStream.empty() : instants.build());
        Map<String, Long> reasons = refused.getOrDefault(field.name(), Map.of());
        all.add(new Channel(part.signal(), field.name(), silence, reasons));
      }
    }
    all.sort((one, other) -> Integer.compare(one.signal().ordinal(), other.signal().ordinal()));
    LongStream instants = found.heard().mapToLong(Long::longValue).sorted().distinct();
    return new Channels(List.copyOf(all), silence(order, instants));
  }

  private static Silence silence(IncidentOrder order, LongStream instants) {
    return new Silence(order.fromMicros(), order.untilMicros(), instants.toArray());
  }

  private static Map<Integer, LongStream.Builder> sent(IncidentRecord found, Fields fields) {
    Map<Integer, LongStream.Builder> sent = new HashMap<>();
    for (Reading reading : found.readings()) {
      ReadingValues.each(
          reading,
          fields,
          (signal, value) ->
              sent.computeIfAbsent(signal.ordinal(), first -> LongStream.builder())
                  .add(reading.micros()));
    }
    return sent;
  }

  List<Channel> all() {
    return all;
  }

  /** Those of which there are values in the package. */
  List<Channel> released() {
    return all.stream().filter(channel -> channel.count() > 0).toList();
  }

  /** Those that the vehicle did not send. */
  List<Channel> unsent() {
    return all.stream().filter(channel -> !channel.isSent()).toList();
  }

  /** The channel of a column; empty where the catalogue has none for this source. */
  Optional<Channel> find(String column) {
    return all.stream().filter(channel -> channel.signal().column().equals(column)).findFirst();
  }

  /** When the vehicle was heard of at all. */
  Silence messages() {
    return messages;
  }
}
