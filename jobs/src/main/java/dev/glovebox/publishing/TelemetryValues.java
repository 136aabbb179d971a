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
import org.apache.spark.unsafe.types.UTF8String;

/** Turns blocks of values into the columns of {@code telemetry}, and those into blocks again. */
final class TelemetryValues {

  private TelemetryValues() {}

  /** The columns of {@code telemetry} before its signals. */
  private static final int FIRST_SIGNAL = 4;

  /**
   * Fills a row of {@code telemetry} with its head, a column a signal, and what was withheld.
   *
   * @param cells with the batch date in its place
   * @param cursor for reuse
   */
  static void fill(Object[] cells, OutcomeRow row, Fields fields, ValueCursor cursor) {
    cells[0] = row.cell(Cell.OWNER_ID);
    cells[1] = row.cell(Cell.VIN);
    cells[2] = row.cell(Cell.CAPTURED_AT);
    cursor.reset((byte[]) row.cell(Cell.CONTENT));
    while (cursor.next()) {
      spread(fields.at(cursor.fieldId()), cursor, cells);
    }
    cells[cells.length - 1] = row.cell(Cell.WITHHELD);
  }

  private static void spread(Field field, ValueCursor cursor, Object[] cells) {
    for (Part part : field.parts()) {
      if (cursor.nextPart()) {
        cells[FIRST_SIGNAL + part.signal().ordinal()] = read(part.signal(), cursor);
      }
    }
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
