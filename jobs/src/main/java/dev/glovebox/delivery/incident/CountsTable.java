package dev.glovebox.delivery.incident;

import java.util.List;
import java.util.Objects;

/** {@code counts.csv}: what became of everything that the vehicle sent; withheld by reason. */
final class CountsTable {

  static final String FILE = "counts.csv";

  private final Incident incident;

  CountsTable(Incident incident) {
    this.incident = incident;
  }

  List<Column> columns() {
    return List.of(
        column("record_kind", "string"),
        column("outcome", "string"),
        column("reason", "string"),
        column("messages", "integer"),
        column("values", "integer"));
  }

  void addTo(PackedTable table) {
    incident
        .found()
        .counts()
        .forEach(
            (fate, count) ->
                table.add(
                    List.of(
                        fate.kind().code(),
                        fate.outcome().code(),
                        Objects.toString(fate.reason(), ""),
                        Long.toString(count.messages()),
                        Long.toString(count.values()))));
  }

  private Column column(String name, String type) {
    return Column.of(name, type, incident.words().text("column.counts." + name));
  }
}
