package dev.glovebox.publishing;

import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.signal.ValueWriter;
import dev.glovebox.table.EngineRows;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns blocks of values into the columns of {@code telemetry}, and those into blocks again. */
final class TelemetryValues {

  private TelemetryValues() {}

  /** What {@link #spread} reads, in this order. */
  static final List<String> SPREAD_FROM =
      List.of(
          "owner_id",
          "vin",
          "captured_at_us",
          "content",
          "withheld",
          "event_month",
          "owner_partition");

  /** The columns of {@code telemetry} before its signals. */
  private static final int FIRST_SIGNAL = 4;

  /** Writes each row's block into one column a signal: rows of {@code telemetry}. */
  static Iterator<InternalRow> spread(
      Fields fields, int signals, int batchDay, Iterator<InternalRow> rows) {
    ValueCursor cursor = new ValueCursor();
    return EngineRows.each(
        rows,
        row -> {
          Object[] cells = new Object[FIRST_SIGNAL + signals + 3];
          cells[0] = row.getUTF8String(0);
          cells[1] = row.getUTF8String(1);
          cells[2] = row.getLong(2);
          cells[3] = batchDay;
          cursor.reset(row.getBinary(3));
          while (cursor.next()) {
            spread(fields.at(cursor.fieldId()), cursor, cells);
          }
          cells[FIRST_SIGNAL + signals] = row.getArray(4);
          cells[FIRST_SIGNAL + signals + 1] = row.getUTF8String(5);
          cells[FIRST_SIGNAL + signals + 2] = row.getUTF8String(6);
          return new GenericInternalRow(cells);
        });
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

  /** Gathers one column a signal, after {@link KnownMessage#IDENTITY}, into known messages. */
  static Iterator<InternalRow> gather(Fields fields, Iterator<InternalRow> rows) {
    ValueWriter writer = new ValueWriter();
    return EngineRows.each(
        rows,
        row -> {
          writer.clear();
          for (Field field : fields.all()) {
            gather(field, row, writer);
          }
          return new GenericInternalRow(
              new Object[] {
                row.getUTF8String(0),
                row.getLong(1),
                row.getInt(2),
                row.getUTF8String(3),
                writer.toBytes()
              });
        });
  }

  private static void gather(Field field, InternalRow row, ValueWriter writer) {
    boolean any = false;
    writer.begin(field);
    for (Part part : field.parts()) {
      int ordinal = KnownMessage.IDENTITY + part.signal().ordinal();
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
