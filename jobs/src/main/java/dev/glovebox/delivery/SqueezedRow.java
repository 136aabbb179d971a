package dev.glovebox.delivery;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;

/**
 * The engine's form of a row without the cells of its nulls: readings fill a few of hundreds of
 * columns. Equal rows are equal bytes.
 *
 * <p>A row is a bit a column that says null, eight bytes a column, and what does not fit into
 * those.
 */
final class SqueezedRow {

  private static final int WORD = Long.BYTES;

  private final int columns;
  private final int head;
  private final UnsafeRow row;
  private byte[] expanded;

  /**
   * @param columns of every row
   */
  SqueezedRow(int columns) {
    this.columns = columns;
    this.head = UnsafeRow.calculateBitSetWidthInBytes(columns);
    this.row = new UnsafeRow(columns);
    this.expanded = new byte[head + columns * WORD];
  }

  /** The bytes of a row. */
  byte[] squeezed(UnsafeRow whole) {
    byte[] bytes = whole.getBytes();
    int rest = head + columns * WORD;
    byte[] squeezed = new byte[bytes.length];
    System.arraycopy(bytes, 0, squeezed, 0, head);
    int end = head;
    for (int column = 0; column < columns; column++) {
      if (!whole.isNullAt(column)) {
        System.arraycopy(bytes, head + column * WORD, squeezed, end, WORD);
        end += WORD;
      }
    }
    System.arraycopy(bytes, rest, squeezed, end, bytes.length - rest);
    return Arrays.copyOf(squeezed, end + bytes.length - rest);
  }

  /** The row of such bytes; valid until the next. */
  UnsafeRow expanded(byte[] squeezed) {
    int cells = head + columns * WORD;
    int filled = columns - nulls(squeezed);
    int rest = squeezed.length - head - filled * WORD;
    if (expanded.length < cells + rest) {
      expanded = new byte[cells + rest + rest / 2];
    }
    System.arraycopy(squeezed, 0, expanded, 0, head);
    int read = head;
    for (int column = 0; column < columns; column++) {
      int cell = head + column * WORD;
      if (isNull(squeezed, column)) {
        Arrays.fill(expanded, cell, cell + WORD, (byte) 0);
      } else {
        System.arraycopy(squeezed, read, expanded, cell, WORD);
        read += WORD;
      }
    }
    System.arraycopy(squeezed, read, expanded, cells, rest);
    row.pointTo(expanded, cells + rest);
    return row;
  }

  private int nulls(byte[] squeezed) {
    ByteBuffer words = ByteBuffer.wrap(squeezed, 0, head).order(ByteOrder.nativeOrder());
    int nulls = 0;
    while (words.hasRemaining()) {
      nulls += Long.bitCount(words.getLong());
    }
    return nulls;
  }

  private static boolean isNull(byte[] squeezed, int column) {
    int word = column / Long.SIZE;
    int bit = column % Long.SIZE;
    long bits = ByteBuffer.wrap(squeezed).order(ByteOrder.nativeOrder()).getLong(word * WORD);
    return (bits >>> bit & 1) != 0;
  }
}
