package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.RejectedValue;
import dev.glovebox.source.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A message with the holder of its instant, in the form that is shuffled and sorted.
 *
 * @param eventMonth {@code yyyy-MM} in the configured zone; null for a message rejected whole
 * @param lane what keeps a holder's readings together: their partition, or the vehicle's own lane
 *     where nobody is known to hold it
 * @param ownerId null unless exactly one holder is known
 * @param state whether a holder is known
 * @param batchDay batch date in days since the epoch
 * @param standing how it takes part
 * @param message what the adapter read
 */
record AttributedMessage(
    String eventMonth,
    String lane,
    String ownerId,
    Holding.State state,
    int batchDay,
    Standing standing,
    Message message) {

  private static final StructType REJECTED =
      new StructType()
          .add("signal", DataTypes.StringType)
          .add("reason", DataTypes.IntegerType)
          .add("raw", DataTypes.StringType);

  static final StructType SCHEMA =
      new StructType()
          .add("event_month", DataTypes.StringType)
          .add("lane", DataTypes.StringType)
          .add("owner_id", DataTypes.StringType)
          .add("vin", DataTypes.StringType)
          .add("captured_at_us", DataTypes.LongType, false)
          .add("batch_day", DataTypes.IntegerType, false)
          .add("source_object", DataTypes.StringType)
          .add("position", DataTypes.LongType, false)
          .add("state", DataTypes.IntegerType, false)
          .add("standing", DataTypes.IntegerType, false)
          .add("record_kind", DataTypes.IntegerType, false)
          .add("values", DataTypes.IntegerType, false)
          .add("rejection", DataTypes.IntegerType, false)
          .add("raw", DataTypes.StringType)
          .add("content", DataTypes.BinaryType)
          .add("unlisted", DataTypes.IntegerType, false)
          .add("unpublished", DataTypes.IntegerType, false)
          .add("rejected", new ArrayType(REJECTED, false));

  /**
   * Columns that bring a holder's readings into order of time, and equal instants into order of
   * arrival.
   */
  static final String[] ORDER = {
    "event_month",
    "lane",
    "owner_id",
    "vin",
    "captured_at_us",
    "batch_day",
    "source_object",
    "position"
  };

  private static final int NOT_REJECTED = -1;
  private static final RecordKind[] KINDS = RecordKind.values();
  private static final Rejection[] REJECTIONS = Rejection.values();
  private static final Holding.State[] STATES = Holding.State.values();

  String vin() {
    return message.vin();
  }

  long capturedAtMicros() {
    return message.capturedAtMicros();
  }

  /** True when both are of one vehicle, instant and holder: one reading. */
  boolean sameReading(AttributedMessage other) {
    return capturedAtMicros() == other.capturedAtMicros() && sameVehicle(other);
  }

  /** True when both are of one vehicle while one holder had it. */
  boolean sameVehicle(AttributedMessage other) {
    return vin().equals(other.vin()) && Objects.equals(ownerId, other.ownerId);
  }

  InternalRow toRow() {
    Rejection rejection = message.rejection();
    return new GenericInternalRow(
        new Object[] {
          UTF8String.fromString(eventMonth),
          UTF8String.fromString(lane),
          UTF8String.fromString(ownerId),
          UTF8String.fromString(message.vin()),
          message.capturedAtMicros(),
          batchDay,
          UTF8String.fromString(message.object()),
          message.position(),
          state.ordinal(),
          standing.ordinal(),
          message.kind().ordinal(),
          message.values(),
          rejection == null ? NOT_REJECTED : rejection.ordinal(),
          UTF8String.fromString(message.raw()),
          message.content(),
          message.unlisted(),
          message.unpublished(),
          rejectedRows(message.rejectedValues())
        });
  }

  static AttributedMessage of(InternalRow row) {
    int rejection = row.getInt(12);
    Message message =
        new Message(
            KINDS[row.getInt(10)],
            text(row, 6),
            row.getLong(7),
            text(row, 3),
            row.getLong(4),
            row.getInt(11),
            rejection == NOT_REJECTED ? null : REJECTIONS[rejection],
            text(row, 13),
            row.getBinary(14),
            row.getInt(15),
            row.getInt(16),
            rejectedValues(row.getArray(17)));
    return new AttributedMessage(
        text(row, 0),
        text(row, 1),
        text(row, 2),
        STATES[row.getInt(8)],
        row.getInt(5),
        Standing.of(row.getInt(9)),
        message);
  }

  private static String text(InternalRow row, int ordinal) {
    return row.isNullAt(ordinal) ? null : row.getUTF8String(ordinal).toString();
  }

  private static ArrayData rejectedRows(List<RejectedValue> values) {
    Object[] rows = new Object[values.size()];
    for (int i = 0; i < rows.length; i++) {
      RejectedValue value = values.get(i);
      rows[i] =
          new GenericInternalRow(
              new Object[] {
                UTF8String.fromString(value.signal()),
                value.reason().ordinal(),
                UTF8String.fromString(value.raw())
              });
    }
    return new GenericArrayData(rows);
  }

  private static List<RejectedValue> rejectedValues(ArrayData rows) {
    if (rows.numElements() == 0) {
      return List.of();
    }
    List<RejectedValue> values = new ArrayList<>(rows.numElements());
    for (int i = 0; i < rows.numElements(); i++) {
      InternalRow row = rows.getStruct(i, REJECTED.length());
      values.add(new RejectedValue(text(row, 0), REJECTIONS[row.getInt(1)], text(row, 2)));
    }
    return values;
  }
}
