package dev.glovebox.publishing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;

/** What is known of an earlier batch date's message, as it is selected from a table. */
final class KnownMessage {

  private static final int VIN = 0;
  private static final int CAPTURED_AT = 1;
  private static final int BATCH_DAY = 2;

  /** Columns before the content. */
  static final int IDENTITY = 3;

  private KnownMessage() {}

  /** What says whose message it is, and after it the columns of its content. */
  static Column[] columns(List<Column> content) {
    List<Column> columns = new ArrayList<>();
    columns.add(col("vin"));
    columns.add(unix_micros(col("captured_at")));
    columns.add(unix_date(col("batch_date")));
    columns.addAll(content);
    return columns.toArray(Column[]::new);
  }

  static String vin(InternalRow row) {
    return row.getUTF8String(VIN).toString();
  }

  static long capturedAtMicros(InternalRow row) {
    return row.getLong(CAPTURED_AT);
  }

  static int batchDay(InternalRow row) {
    return row.getInt(BATCH_DAY);
  }

  static Message of(InternalRow row, RecordKind kind, byte[] content) {
    return new Message(
        kind, "", 0, vin(row), capturedAtMicros(row), 0, null, null, content, 0, 0, List.of());
  }
}
