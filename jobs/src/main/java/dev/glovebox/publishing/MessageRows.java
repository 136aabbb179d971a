package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.source.Message;
import dev.glovebox.source.RejectedValue;
import dev.glovebox.source.Rejection;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The form in which attributed messages are shuffled and sorted; {@link MessageReader} reads it.
 */
final class MessageRows {

  static final StructType SCHEMA =
      new StructType()
          .add("part", DataTypes.IntegerType, false)
          .add("key", DataTypes.LongType, false)
          .add("vin", DataTypes.StringType)
          .add("captured_at_us", DataTypes.LongType, false)
          .add("batch_day", DataTypes.IntegerType, false)
          .add("object", DataTypes.IntegerType, false)
          .add("position", DataTypes.LongType, false)
          .add("month", DataTypes.IntegerType, false)
          .add("marks", DataTypes.IntegerType, false)
          .add("values", DataTypes.IntegerType, false)
          .add("unlisted", DataTypes.IntegerType, false)
          .add("unpublished", DataTypes.IntegerType, false)
          .add("raw", DataTypes.StringType)
          .add("content", DataTypes.BinaryType)
          .add("rejected", new ArrayType(rejected(), false));

  /**
   * Columns that bring a holder's readings into order of time, and equal instants into order of
   * arrival.
   */
  static final List<String> ORDER =
      List.of("key", "vin", "captured_at_us", "batch_day", "object", "position");

  static final int PART = 0;
  static final int KEY = 1;
  static final int VIN = 2;
  static final int CAPTURED_AT = 3;
  static final int BATCH_DAY = 4;
  static final int OBJECT = 5;
  static final int POSITION = 6;
  static final int MONTH = 7;
  static final int MARKS = 8;
  static final int VALUES = 9;
  static final int UNLISTED = 10;
  static final int UNPUBLISHED = 11;
  static final int RAW = 12;
  static final int CONTENT = 13;
  static final int REJECTED = 14;

  /** The object of what no object of this batch date brought. */
  static final int NO_OBJECT = -1;

  /** Bits of each of the small numbers that share a cell. */
  static final int MARK_BITS = 8;

  private MessageRows() {}

  /**
   * @param object number of the object that brought it
   */
  static InternalRow of(
      Lane lane,
      Holding.State state,
      int batchDay,
      Standing standing,
      int object,
      Message message) {
    return new GenericInternalRow(
        new Object[] {
          lane.part(),
          lane.key(),
          UTF8String.fromString(message.vin()),
          message.capturedAtMicros(),
          batchDay,
          object,
          message.position(),
          lane.month(),
          marks(state, standing, message),
          message.values(),
          message.unlisted(),
          message.unpublished(),
          UTF8String.fromString(message.raw()),
          message.content(),
          rejectedRows(message.rejectedValues())
        });
  }

  private static int marks(Holding.State state, Standing standing, Message message) {
    Rejection rejection = message.rejection();
    int marks = rejection == null ? 0 : rejection.ordinal() + 1;
    marks = (marks << MARK_BITS) | message.kind().ordinal();
    marks = (marks << MARK_BITS) | standing.ordinal();
    return (marks << MARK_BITS) | state.ordinal();
  }

  private static StructType rejected() {
    return new StructType()
        .add("signal", DataTypes.StringType)
        .add("reason", DataTypes.IntegerType)
        .add("raw", DataTypes.StringType);
  }

  private static GenericArrayData rejectedRows(List<RejectedValue> values) {
    if (values.isEmpty()) {
      return null;
    }
    Object[] rows =
        values.stream()
            .map(
                value ->
                    new GenericInternalRow(
                        new Object[] {
                          UTF8String.fromString(value.signal()),
                          value.reason().ordinal(),
                          UTF8String.fromString(value.raw())
                        }))
            .toArray();
    return new GenericArrayData(rows);
  }
}
