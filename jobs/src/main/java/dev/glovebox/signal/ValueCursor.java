package dev.glovebox.signal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks a block that a {@link ValueWriter} wrote, without allocating; reusable, for one thread.
 *
 * <p>Of each entry, either its place is enough, or all of its parts are read in order. A block that
 * does not hold together is refused with an {@link IllegalArgumentException}.
 */
public final class ValueCursor {

  private static final byte[] EMPTY = new byte[0];

  private byte[] block = EMPTY;
  private int limit;
  private int at;
  private int fieldId;
  private int entryStart;
  private int valueStart;
  private int entryEnd;

  public ValueCursor() {}

  /** Goes to the beginning of a block. */
  public void reset(byte[] newBlock) {
    reset(newBlock, 0, newBlock.length);
  }

  /** Goes to a value whose place is known, to read its parts; there is no entry after it. */
  public void resetToValue(byte[] newBlock, int start, int end) {
    reset(newBlock, start, end);
    valueStart = start;
    entryEnd = end;
  }

  private void reset(byte[] newBlock, int start, int end) {
    block = newBlock;
    limit = end;
    at = start;
    entryStart = start;
    valueStart = start;
    entryEnd = start;
  }

  /** Moves to the next entry; false when there is none. */
  public boolean next() {
    if (entryEnd == limit) {
      return false;
    }
    entryStart = entryEnd;
    at = entryStart;
    fieldId = readVarint(limit);
    int size = readVarint(limit);
    require(size <= limit - at);
    valueStart = at;
    entryEnd = at + size;
    return true;
  }

  /** The id of the current entry's field. */
  public int fieldId() {
    return fieldId;
  }

  /** Offset in the block where the current entry begins. */
  public int entryStart() {
    return entryStart;
  }

  /** Offset in the block after the current entry, and after its value. */
  public int entryEnd() {
    return entryEnd;
  }

  /** Offset in the block where the current entry's value begins. */
  public int valueStart() {
    return valueStart;
  }

  /** Goes to the next part; true when it is present and must be read, false when it is missing. */
  public boolean nextPart() {
    require(at < entryEnd);
    byte present = block[at++];
    require(present == 0 || present == 1);
    return present == 1;
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** A long, or microseconds since the epoch. */
  public long readLong() {
    require(entryEnd - at >= Long.BYTES);
    long value = (long) ValueWriter.BIG_ENDIAN_LONG.get(block, at);
    at += Long.BYTES;
    return value;
  }

  public boolean readBoolean() {
    require(at < entryEnd);
    byte value = block[at++];
    require(value == 0 || value == 1);
    return value == 1;
  }

  /** Text, or a time of day. */
  public String readString() {
    int size = readVarint(entryEnd);
    require(size <= entryEnd - at);
    String text = new String(block, at, size, StandardCharsets.UTF_8);
    at += size;
    return text;
  }

  /**
   * Whether two values, each from its {@link #valueStart()} to its {@link #entryEnd()}, are equal.
   */
  public static boolean sameValue(byte[] a, int aStart, int aEnd, byte[] b, int bStart, int bEnd) {
    return Arrays.equals(a, aStart, aEnd, b, bStart, bEnd);
  }

  static int countEntries(byte[] block, int start, int end) {
    ValueCursor cursor = new ValueCursor();
    cursor.reset(block, start, end);
    int count = 0;
    while (cursor.next()) {
      count++;
    }
    return count;
  }

  private int readVarint(int end) {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      require(at < end);
      byte next = block[at++];
      value |= (next & 0x7f) << shift;
      if (next >= 0) {
        require(value >= 0);
        return value;
      }
    }
    throw malformed();
  }

  private void require(boolean holds) {
    if (!holds) {
      throw malformed();
    }
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "A block of values breaks its form at byte "
            + at
            + " of "
            + limit
            + ": it was not written by this version. Read its raw object again.");
  }
}
