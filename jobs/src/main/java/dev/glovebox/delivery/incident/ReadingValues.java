package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.incident.IncidentRecord.Reading;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.ValueCursor;
import java.util.function.BiConsumer;

/** Walks the values of a reading. */
final class ReadingValues {

  private ReadingValues() {}

  /** Hands on every signal of the reading with its value: a Double, Long, Boolean or String. */
  static void each(Reading reading, Fields fields, BiConsumer<Signal, Object> to) {
    ValueCursor cursor = new ValueCursor();
    cursor.reset(reading.values());
    while (cursor.next()) {
      for (Part part : fields.at(cursor.fieldId()).parts()) {
        if (cursor.nextPart()) {
          to.accept(part.signal(), value(part.signal(), cursor));
        }
      }
    }
  }

  private static Object value(Signal signal, ValueCursor cursor) {
    return switch (signal.type()) {
      case DOUBLE -> cursor.readDouble();
      case LONG, TIMESTAMP -> cursor.readLong();
      case BOOLEAN -> cursor.readBoolean();
      case STRING, TIME -> cursor.readString();
    };
  }
}
