package dev.glovebox.publishing;

import dev.glovebox.signal.ValueCursor;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.catalyst.InternalRow;

/** The messages of one object, attributed, and after the last of them their receipts. */
final class ObjectRows implements Iterator<InternalRow> {

  private final Iterator<Message> messages;
  private final Attribution attribution;
  private final BatchDay day;
  private final int object;
  private final Queue<InternalRow> rows = new ArrayDeque<>();
  private final ValueCursor cursor = new ValueCursor();
  private Receipts receipts = new Receipts();

  /**
   * @param object its number among those of the batch date
   */
  ObjectRows(Iterator<Message> messages, Attribution attribution, BatchDay day, int object) {
    this.messages = messages;
    this.attribution = attribution;
    this.day = day;
    this.object = object;
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && messages.hasNext()) {
      take(messages.next());
    }
    if (rows.isEmpty() && receipts != null) {
      rows.add(ControlRows.of(receipts, day.controlPart()));
      receipts = null;
    }
    return !rows.isEmpty();
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove();
  }

  private void take(Message message) {
    receipts.add(message);
    if (message.rejection() == null && message.capturedAtMicros() < day.lateBeforeMicros()) {
      takeLate(message);
    }
    attribution.attribute(message, day.epochDay(), Standing.NEW, object, rows::add);
  }

  private void takeLate(Message message) {
    receipts.addLate(message);
    if (message.kind() == RecordKind.VEHICLE_DATA) {
      cursor.reset(message.content());
      while (cursor.next()) {
        receipts.addLateField(cursor.fieldId());
      }
    }
  }
}
