package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.HashChain;
import dev.glovebox.delivery.incident.IncidentRecord.Reading;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.SignalType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code readings.csv}: a row for each instant at which the vehicle sent values, a column for each
 * signal that it sent, empty where it did not send that one then; chained by hashes.
 */
final class ReadingsTable {

  static final String FILE = "readings.csv";
  static final String HASH = "sha256";

  private final Incident incident;
  private final List<Signal> signals;
  private final List<Column> columns = new ArrayList<>();
  private final HashChain chain;

  ReadingsTable(Incident incident) {
    this.incident = incident;
    this.signals = incident.channels().released().stream().map(Channel::signal).toList();
    Words words = incident.words();
    columns.addAll(head(words));
    signals.forEach(signal -> columns.add(column(signal)));
    columns.add(Column.of("withheld", "string", words.text("column.withheld")));
    this.chain = new HashChain(columns.stream().map(Column::name).toList());
    columns.add(Column.of(HASH, "string", words.text("column.sha256")));
  }

  /** The columns that every table of an incident begins with. */
  static List<Column> head(Words words) {
    return List.of(
        Column.of("captured_at", "datetime", words.text("column.captured_at")),
        Column.of("captured_at_utc", "datetime", words.text("column.captured_at_utc")),
        new Column(
            "from_instant_s", "number", Optional.of("s"), words.text("column.from_instant_s")),
        Column.of("vin", "string", words.text("column.vin")));
  }

  /** The cells of these columns. */
  static List<String> head(Incident incident, long micros) {
    return List.of(
        incident.times().local(micros),
        Times.utc(micros),
        incident.secondsFromInstant(micros),
        incident.maskedVin());
  }

  List<Column> columns() {
    return columns;
  }

  void addTo(PackedTable table) {
    for (Reading reading : incident.found().readings()) {
      List<String> cells = cells(reading);
      cells.add(chain.next(cells));
      table.add(cells);
    }
  }

  /** Covers what was added. */
  HashChain chain() {
    return chain;
  }

  private List<String> cells(Reading reading) {
    Map<Integer, String> values = new HashMap<>();
    ReadingValues.each(
        reading,
        incident.terms().fields(),
        (signal, value) -> values.put(signal.ordinal(), Cells.of(signal, value, incident.times())));
    List<String> cells = new ArrayList<>(head(incident, reading.micros()));
    signals.forEach(signal -> cells.add(values.getOrDefault(signal.ordinal(), "")));
    cells.add(Cells.texts(reading.withheld()));
    return cells;
  }

  private Column column(Signal signal) {
    return new Column(
        signal.column(), type(signal.type()), signal.unit(), incident.description(signal));
  }

  private static String type(SignalType type) {
    return switch (type) {
      case DOUBLE -> "number";
      case LONG -> "integer";
      case BOOLEAN -> "boolean";
      case STRING -> "string";
      case TIMESTAMP -> "datetime";
      case TIME -> "time";
    };
  }
}
