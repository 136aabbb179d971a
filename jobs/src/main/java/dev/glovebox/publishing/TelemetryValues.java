package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.signal.ValueWriter;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns blocks of values into the columns of {@code telemetry}, and those into blocks again. */
final class TelemetryValues {

  private final Fields fields;

  /** Where the columns of each signal lie in a row, by its place in the catalogue. */
  private final int[] cellOf;

  private final ValueCursor cursor = new ValueCursor();

  /**
   * @param schema of the rows that are filled: owner, vehicle, instant and batch date, any of the
   *     signals' columns, and what was withheld
   */
  TelemetryValues(StructType schema, Fields fields) {
    this.fields = fields;
    List<String> columns = List.of(schema.fieldNames());
    List<Signal> signals =
        fields.all().stream().flatMap(field -> field.parts().stream()).map(Part::signal).toList();
    cellOf = new int[1 + signals.stream().mapToInt(Signal::ordinal).max().orElse(-1)];
    signals.forEach(signal -> cellOf[signal.ordinal()] = columns.indexOf(signal.column()));
  }

  /**
   * Fills a row with its head, a column a signal, and what was withheld.
   *
   * @param cells with the batch date in its place
   */
  void fill(Object[] cells, OutcomeRow row) {
    cells[0] = row.cell(Cell.OWNER_ID);
    cells[1] = row.cell(Cell.VIN);
    cells[2] = row.cell(Cell.CAPTURED_AT);
    cursor.reset((byte[]) row.cell(Cell.CONTENT));
    while (cursor.next()) {
      for (Part part : fields.at(cursor.fieldId()).parts()) {
        if (cursor.nextPart()) {
          cells[cellOf[part.signal().ordinal()]] = read(part.signal(), cursor);
        }
      }
    }
    cells[cells.length - 1] = row.cell(Cell.WITHHELD);
  }

  private static Object read(Signal signal, ValueCursor cursor) {
    return switch (signal.type()) {
      case DOUBLE -> cursor.readDouble();
      case LONG, TIMESTAMP -> cursor.readLong();
      case BOOLEAN -> cursor.readBoolean();
      case STRING, TIME -> UTF8String.fromString(cursor.readString());
    };
  }

  /**
   * Gathers the columns of some signals, after {@link KnownMessage#IDENTITY}, into a block again.
   *
   * @param fields whose signals the columns are
   * @param ordinals of the columns in the row, by the place of their signals in the catalogue
   */
  static byte[] gather(List<Field> fields, Map<Integer, Integer> ordinals, InternalRow row) {
    ValueWriter writer = new ValueWriter();
    for (Field field : fields) {
      gather(field, ordinals, row, writer);
    }
    return writer.toBytes();
  }

  private static void gather(
      Field field, Map<Integer, Integer> ordinals, InternalRow row, ValueWriter writer) {
    boolean any = false;
    writer.begin(field);
    for (Part part : field.parts()) {
      int ordinal = ordinals.get(part.signal().ordinal());
      if (row.isNullAt(ordinal)) {
        writer.addMissing();
      } else {
        any = true;
        write(part.signal(), row, ordinal, writer);
      }
    }
    if (any) {
      writer.end();
    } else {
      writer.cancel();
    }
  }

  private static void write(Signal signal, InternalRow row, int ordinal, ValueWriter writer) {
    switch (signal.type()) {
      case DOUBLE -> writer.addDouble(row.getDouble(ordinal));
      case LONG, TIMESTAMP -> writer.addLong(row.getLong(ordinal));
      case BOOLEAN -> writer.addBoolean(row.getBoolean(ordinal));
      case STRING, TIME -> writer.addString(row.getUTF8String(ordinal).toString());
    }
  }
}
