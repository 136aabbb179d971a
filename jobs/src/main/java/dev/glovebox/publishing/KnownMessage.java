package dev.glovebox.publishing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The row form of what is known of an earlier batch date's message. */
final class KnownMessage {

  static final StructType SCHEMA =
      new StructType()
          .add("vin", DataTypes.StringType)
          .add("captured_at_us", DataTypes.LongType)
          .add("batch_day", DataTypes.IntegerType)
          .add("record_kind", DataTypes.StringType)
          .add("content", DataTypes.BinaryType);

  /** Columns before the content. */
  static final int IDENTITY = 4;

  private KnownMessage() {}

  static List<Column> identity(RecordKind kind) {
    return identity(lit(kind.code()));
  }

  /** What says whose message it is, selected from a table of the lake. */
  static List<Column> identity(Column kind) {
    return List.of(
        col("vin"),
        unix_micros(col("captured_at")).as("captured_at_us"),
        unix_date(col("batch_date")).as("batch_day"),
        kind.as("record_kind"));
  }

  static Dataset<Row> select(Dataset<Row> table, RecordKind kind, Column content) {
    List<Column> identity = identity(kind);
    return table.select(
        identity.get(0), identity.get(1), identity.get(2), identity.get(3), content.as("content"));
  }

  static int batchDay(InternalRow row) {
    return row.getInt(2);
  }

  static Message message(InternalRow row) {
    return new Message(
        RecordKind.of(row.getUTF8String(3).toString()).orElseThrow(),
        "",
        0,
        row.getUTF8String(0).toString(),
        row.getLong(1),
        0,
        null,
        null,
        row.getBinary(IDENTITY),
        0,
        0,
        List.of());
  }
}
