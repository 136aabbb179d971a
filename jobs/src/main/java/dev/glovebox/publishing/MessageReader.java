package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.RejectedValue;
import dev.glovebox.source.Rejection;
import dev.glovebox.table.OwnerPartitions;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Reads {@link MessageRows} in their order. What the row before had too, the vehicle and the
 * holder, is not made again.
 */
final class MessageReader {

  private static final RecordKind[] KINDS = RecordKind.values();
  private static final Rejection[] REJECTIONS = Rejection.values();
  private static final Holding.State[] STATES = Holding.State.values();
  private static final int MARK = (1 << MessageRows.MARK_BITS) - 1;

  private final Tenures tenures;
  private final OwnerPartitions partitions;
  private final List<String> objects;
  private Stretch stretch = Stretch.unheld(Lane.NO_MONTH);
  private long key = -1;
  private UTF8String vinBytes = UTF8String.EMPTY_UTF8;
  private String vin = "";

  /**
   * @param objects names of the batch date's objects, by their numbers
   */
  MessageReader(AttributionRules rules, List<String> objects) {
    this.tenures = rules.tenures();
    this.partitions = rules.partitions();
    this.objects = objects;
  }

  AttributedMessage read(InternalRow row) {
    int marks = row.getInt(MessageRows.MARKS);
    return new AttributedMessage(
        stretch(row),
        STATES[marks & MARK],
        row.getInt(MessageRows.BATCH_DAY),
        Standing.of((marks >> MessageRows.MARK_BITS) & MARK),
        message(row, marks >> (2 * MessageRows.MARK_BITS)));
  }

  private Stretch stretch(InternalRow row) {
    int month = row.getInt(MessageRows.MONTH);
    long ofRow = row.getLong(MessageRows.KEY);
    if (ofRow != key || month != stretch.month()) {
      int rank = Lane.rank(ofRow);
      stretch = rank == Lane.NO_OWNER ? Stretch.unheld(month) : held(month, tenures.owner(rank));
      key = ofRow;
    }
    return stretch;
  }

  private Stretch held(int month, String owner) {
    return Stretch.of(month, owner, partitions.of(owner));
  }

  private Message message(InternalRow row, int marks) {
    int rejection = (marks >> MessageRows.MARK_BITS) & MARK;
    int object = row.getInt(MessageRows.OBJECT);
    return new Message(
        KINDS[marks & MARK],
        object == MessageRows.NO_OBJECT ? "" : objects.get(object),
        row.getLong(MessageRows.POSITION),
        vin(row),
        row.getLong(MessageRows.CAPTURED_AT),
        row.getInt(MessageRows.VALUES),
        rejection == 0 ? null : REJECTIONS[rejection - 1],
        row.isNullAt(MessageRows.RAW) ? null : row.getUTF8String(MessageRows.RAW).toString(),
        row.getBinary(MessageRows.CONTENT),
        row.getInt(MessageRows.UNLISTED),
        row.getInt(MessageRows.UNPUBLISHED),
        rejectedValues(row));
  }

  private String vin(InternalRow row) {
    if (row.isNullAt(MessageRows.VIN)) {
      return null;
    }
    UTF8String ofRow = row.getUTF8String(MessageRows.VIN);
    if (!ofRow.equals(vinBytes)) {
      vinBytes = ofRow.copy();
      vin = ofRow.toString();
    }
    return vin;
  }

  private static List<RejectedValue> rejectedValues(InternalRow row) {
    if (row.isNullAt(MessageRows.REJECTED)) {
      return List.of();
    }
    ArrayData rows = row.getArray(MessageRows.REJECTED);
    List<RejectedValue> values = new ArrayList<>(rows.numElements());
    for (int i = 0; i < rows.numElements(); i++) {
      InternalRow each = rows.getStruct(i, 3);
      values.add(
          new RejectedValue(
              each.getUTF8String(0).toString(),
              REJECTIONS[each.getInt(1)],
              each.getUTF8String(2).toString()));
    }
    return values;
  }
}
