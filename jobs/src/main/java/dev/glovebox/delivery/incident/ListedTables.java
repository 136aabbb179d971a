package dev.glovebox.delivery.incident;

import java.util.ArrayList;
import java.util.List;

/** {@code alerts.csv} and {@code connectivity.csv}. */
final class ListedTables {

  static final String ALERTS = "alerts.csv";
  static final String CONNECTIVITY = "connectivity.csv";

  private final Incident incident;

  ListedTables(Incident incident) {
    this.incident = incident;
  }

  List<Column> alertColumns() {
    return columns(
        Column.of("name", "string", text("name")),
        Column.of("started_at", "datetime", text("started_at")),
        Column.of("ended_at", "datetime", text("ended_at")),
        Column.of("audiences", "string", text("audiences")));
  }

  void addAlerts(PackedTable table) {
    incident
        .found()
        .alerts()
        .forEach(
            alert ->
                table.add(
                    row(
                        alert.micros(),
                        Cells.text(alert.name()),
                        Cells.instant(alert.startedAtMicros(), incident.times()),
                        Cells.instant(alert.endedAtMicros(), incident.times()),
                        Cells.texts(alert.audiences()))));
  }

  List<Column> connectivityColumns() {
    return columns(
        Column.of("connection_id", "string", text("connection_id")),
        Column.of("status", "string", text("status")),
        Column.of("network_interface", "string", text("network_interface")));
  }

  void addConnections(PackedTable table) {
    incident
        .found()
        .connections()
        .forEach(
            each ->
                table.add(
                    row(
                        each.micros(),
                        Cells.text(each.id()),
                        Cells.text(each.status()),
                        Cells.text(each.networkInterface()))));
  }

  private List<Column> columns(Column... more) {
    List<Column> columns = new ArrayList<>(ReadingsTable.head(incident.words()));
    columns.addAll(List.of(more));
    return columns;
  }

  private List<String> row(long micros, String... more) {
    List<String> cells = new ArrayList<>(ReadingsTable.head(incident, micros));
    cells.addAll(List.of(more));
    return cells;
  }

  private String text(String column) {
    return incident.words().text("column." + column);
  }
}
