package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.OpenFiles;
import dev.glovebox.table.TableDefinition;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Brings outcome rows into the columns of their tables, and into the tables' open files. */
final class TableRows {

  private final OpenFiles files;
  private final ReadingRules rules;
  private final List<String> ofBatchDate;
  private final List<Columns> tables;
  private final ValueCursor cursor = new ValueCursor();

  /**
   * How one table's rows are filled.
   *
   * @param template a row with what all rows have in common
   * @param cells that fill the columns; null where the template or a signal does
   */
  private record Columns(boolean byOwner, Object[] template, Cell[] cells) {}

  /**
   * @param tables as {@link #tables} gives them
   */
  TableRows(List<TableDefinition> tables, OpenFiles files, ReadingRules rules, BatchDay day) {
    this.files = files;
    this.rules = rules;
    this.ofBatchDate = List.of(LocalDate.ofEpochDay(day.epochDay()).toString());
    Map<String, Object> constants =
        Map.of(
            "batch_date", day.epochDay(),
            "digested_by", UTF8String.fromString(rules.digests().id()),
            "places_digest", UTF8String.fromString(rules.places().digest()));
    this.tables = tables.stream().map(table -> columns(table, constants)).toList();
  }

  /** The tables that one pass writes, in the order of the outputs. */
  static List<TableDefinition> tables(TableDefinition telemetry) {
    return List.of(
        telemetry,
        LakeTables.alerts(),
        LakeTables.connectivity(),
        LakeTables.completeness(),
        LakeTables.quarantine(),
        LakeTables.seen());
  }

  /** Writes a row of a table. */
  void write(OutcomeRow row) {
    int table = row.output().ordinal();
    Columns columns = tables.get(table);
    Object[] filled = columns.template().clone();
    Cell[] cells = columns.cells();
    if (row.output() == Output.TELEMETRY) {
      TelemetryValues.fill(filled, row, rules.fields(), cursor);
    } else {
      for (int i = 0; i < cells.length; i++) {
        if (cells[i] != null) {
          filled[i] = row.cell(cells[i]);
        }
      }
    }
    InternalRow inColumns = new GenericInternalRow(filled);
    files.write(table, columns.byOwner() ? row.partition() : ofBatchDate, inColumns);
  }

  private static Columns columns(TableDefinition table, Map<String, Object> constants) {
    String[] names = table.dataSchema().fieldNames();
    return new Columns(
        table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING),
        Arrays.stream(names).map(constants::get).toArray(),
        Arrays.stream(names).map(TableRows::cellOf).toArray(Cell[]::new));
  }

  private static Cell cellOf(String column) {
    return Arrays.stream(Cell.values())
        .filter(cell -> cell.column().equals(column))
        .findFirst()
        .orElse(null);
  }
}
