package dev.glovebox.delivery.incident;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code channels.csv}: how often each signal came and where it is silent; then what the vehicle
 * could have sent and did not, and what it never records.
 */
final class ChannelsTable {

  static final String FILE = "channels.csv";

  private static final List<String> NONE = List.of("0", "", "", "", "", "", "", "");

  private final Incident incident;

  ChannelsTable(Incident incident) {
    this.incident = incident;
  }

  List<Column> columns() {
    return List.of(
        column("channel", "string"),
        column("description", "string"),
        column("unit", "string"),
        column("state", "string"),
        column("count", "integer"),
        column("first_at", "datetime"),
        column("last_at", "datetime"),
        seconds("median_interval_s"),
        seconds("longest_interval_s"),
        column("gaps", "integer"),
        seconds("gaps_s"),
        column("not_released", "string"));
  }

  void addTo(PackedTable table) {
    incident.channels().all().stream().filter(Channel::isSent).forEach(each -> add(each, table));
    incident.channels().unsent().forEach(each -> add(each, table));
    for (NeverRecorded each : NeverRecorded.of(incident.terms().catalogue())) {
      table.add(row("", incident.words().text(each.key()), "", "never-recorded", NONE));
    }
  }

  private void add(Channel channel, PackedTable table) {
    String state = channel.count() > 0 ? "sent" : channel.isSent() ? "not-released" : "not-sent";
    table.add(
        row(
            channel.signal().column(),
            incident.description(channel.signal()),
            channel.signal().unit().orElse(""),
            state,
            channel.isSent() ? figures(channel) : NONE));
  }

  private List<String> figures(Channel channel) {
    Silence sent = channel.sent();
    long[] instants = sent.instants();
    boolean any = instants.length > 0;
    boolean several = instants.length > 1;
    return List.of(
        Long.toString(channel.count()),
        any ? incident.times().local(instants[0]) : "",
        any ? incident.times().local(instants[instants.length - 1]) : "",
        several ? Times.seconds(sent.medianMicros()) : "",
        several ? Times.seconds(sent.longestMicros()) : "",
        Integer.toString(sent.gaps().size()),
        Times.seconds(sent.gaps().stream().mapToLong(Silence.Gap::micros).sum()),
        channel.refused().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(";")));
  }

  private static List<String> row(
      String channel, String description, String unit, String state, List<String> figures) {
    return Stream.concat(Stream.of(channel, Cells.text(description), unit, state), figures.stream())
        .toList();
  }

  private Column column(String name, String type) {
    return Column.of(name, type, incident.words().text("column.channels." + name));
  }

  private Column seconds(String name) {
    return new Column(
        name, "number", Optional.of("s"), incident.words().text("column.channels." + name));
  }
}
