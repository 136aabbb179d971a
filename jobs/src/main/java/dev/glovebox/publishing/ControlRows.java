package dev.glovebox.publishing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/**
 * Receipts on their way through the shuffle, in the form of {@link MessageRows}: what the reading
 * tasks say is then known before a message is judged, and each object's is there exactly once,
 * however often a task was tried.
 */
final class ControlRows {

  private ControlRows() {}

  static InternalRow of(Receipts receipts, int part) {
    Object[] cells = new Object[MessageRows.SCHEMA.size()];
    Arrays.fill(cells, 0);
    cells[MessageRows.PART] = part;
    cells[MessageRows.KEY] = 0L;
    cells[MessageRows.VIN] = null;
    cells[MessageRows.CAPTURED_AT] = 0L;
    cells[MessageRows.POSITION] = 0L;
    cells[MessageRows.RAW] = null;
    cells[MessageRows.CONTENT] = bytes(receipts);
    cells[MessageRows.REJECTED] = null;
    return new GenericInternalRow(cells);
  }

  static Receipts receipts(InternalRow row) {
    try (var stream =
        new ObjectInputStream(new ByteArrayInputStream(row.getBinary(MessageRows.CONTENT)))) {
      return (Receipts) stream.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The receipts are written by the same program", e);
    }
  }

  private static byte[] bytes(Receipts receipts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(receipts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
