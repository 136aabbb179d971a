package dev.glovebox.delivery;

import java.util.BitSet;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/** The form in which the rows of all orders and tables are shuffled and sorted together. */
final class GatheredRows {

  static final StructType SCHEMA =
      new StructType()
          .add("part", DataTypes.IntegerType, false)
          .add("order", DataTypes.IntegerType, false)
          .add("section", DataTypes.IntegerType, false)
          .add("month", DataTypes.StringType, false)
          .add("vin", DataTypes.StringType, false)
          .add("time", DataTypes.LongType, false)
          .add("content", DataTypes.BinaryType, false);

  /** Columns that bring an order's rows into the order of its package, the same every time. */
  static final List<String> ORDER = List.of("order", "section", "month", "vin", "time", "content");

  /** Before all sections: which columns of telemetry there are values of. */
  static final int OCCURRENCES = -1;

  private static final UTF8String NONE = UTF8String.EMPTY_UTF8;

  private GatheredRows() {}

  /**
   * @param month of a row of telemetry; empty for any other
   */
  static InternalRow of(
      int part,
      int order,
      Section section,
      UTF8String month,
      UTF8String vin,
      long time,
      byte[] content) {
    return row(part, order, section.ordinal(), month, vin, time, content);
  }

  /** That an order has values of these columns of telemetry; every order has such a row. */
  static InternalRow occurrences(int part, int order, BitSet columns) {
    return row(part, order, OCCURRENCES, NONE, NONE, 0, columns.toByteArray());
  }

  private static InternalRow row(
      int part,
      int order,
      int section,
      UTF8String month,
      UTF8String vin,
      long time,
      byte[] content) {
    return new GenericInternalRow(new Object[] {part, order, section, month, vin, time, content});
  }

  static int order(InternalRow row) {
    return row.getInt(1);
  }

  static int section(InternalRow row) {
    return row.getInt(2);
  }

  static byte[] content(InternalRow row) {
    return row.getBinary(6);
  }
}
