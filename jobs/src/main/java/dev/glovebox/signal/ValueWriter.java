package dev.glovebox.signal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes the decoded values of a message as one compact block of bytes; reusable, for one thread.
 *
 * <p>A block is a row of entries, an entry is {@code varint fieldId, varint byteLength, part*} with
 * a part for each of the field's, a part is {@code 0} or {@code 1 value}. A value is 8 bytes, the
 * highest first, for a double, a long and a timestamp; 1 byte for a boolean; {@code varint length}
 * and UTF-8 for text and a time of day. A varint is unsigned LEB128. Two values are equal if and
 * only if the bytes of their parts are.
 */
public final class ValueWriter {

  static final VarHandle BIG_ENDIAN_LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int NONE = -1;
  private static final byte MISSING = 0;
  private static final byte PRESENT = 1;

  private byte[] bytes = new byte[256];
  private int length;
  private int entries;
  private int entryStart = NONE;
  private int valueStart;
  private int part;
  private Field field;

  /** Forgets everything written. */
  public void clear() {
    length = 0;
    entries = 0;
    entryStart = NONE;
  }

  /** Begins the value of a field; one {@code add} for each of its parts must follow. */
  public void begin(Field begun) {
    requireNoEntry();
    entryStart = length;
    field = begun;
    part = 0;
    writeVarint(begun.id());
    reserve(1);
    length++; // the length of the value, nearly always one byte
    valueStart = length;
  }

  /** Adds a part of type double. */
  public void addDouble(double value) {
    beginPart(SignalType.DOUBLE, SignalType.DOUBLE);
    writeLong(Double.doubleToLongBits(value + 0.0)); // makes -0.0 equal to 0.0
  }

  /** Adds a part of type long, or a timestamp in microseconds since the epoch. */
  public void addLong(long value) {
    beginPart(SignalType.LONG, SignalType.TIMESTAMP);
    writeLong(value);
  }

  /** Adds a part of type boolean. */
  public void addBoolean(boolean value) {
    beginPart(SignalType.BOOLEAN, SignalType.BOOLEAN);
    reserve(1);
    bytes[length++] = (byte) (value ? 1 : 0);
  }

  /** Adds a part of type string, or a time of day. */
  public void addString(String value) {
    beginPart(SignalType.STRING, SignalType.TIME);
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    writeVarint(text.length);
    write(text, 0, text.length);
  }

  /** Adds a part that the source did not send. */
  public void addMissing() {
    requirePart();
    part++;
    reserve(1);
    bytes[length++] = MISSING;
  }

  /** Closes the entry begun. */
  public void end() {
    requireEntry();
    if (part != field.parts().size()) {
      throw new IllegalStateException(
          "The value of " + field.name() + " is not whole: add each of its parts before the end.");
    }
    writeValueLength(length - valueStart);
    entries++;
    entryStart = NONE;
  }

  /** Forgets the entry begun. */
  public void cancel() {
    requireEntry();
    length = entryStart;
    entryStart = NONE;
  }

  /** Appends the whole entries in {@code block[start, end)}. */
  public void copy(byte[] block, int start, int end) {
    requireNoEntry();
    entries += ValueCursor.countEntries(block, start, end);
    write(block, start, end - start);
  }

  /** The number of entries so far. */
  public int size() {
    return entries;
  }

  /** The block. */
  public byte[] toBytes() {
    requireNoEntry();
    return Arrays.copyOf(bytes, length);
  }

  private void beginPart(SignalType one, SignalType other) {
    requirePart();
    SignalType type = field.parts().get(part).signal().type();
    if (type != one && type != other) {
      throw new IllegalStateException(
          "A part of "
              + field.name()
              + " is of type "
              + type.code()
              + ": add a value of that type.");
    }
    part++;
    reserve(1);
    bytes[length++] = PRESENT;
  }

  private void writeValueLength(int size) {
    int extra = varintLength(size) - 1;
    if (extra > 0) {
      reserve(extra);
      System.arraycopy(bytes, valueStart, bytes, valueStart + extra, size);
    }
    length = valueStart - 1;
    writeVarint(size);
    length += size;
  }

  private static int varintLength(int value) {
    int bits = 32 - Integer.numberOfLeadingZeros(value | 1);
    return (bits + 6) / 7;
  }

  private void writeVarint(int value) {
    reserve(5);
    int rest = value;
    while (rest > 0x7f) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  private void writeLong(long value) {
    reserve(Long.BYTES);
    BIG_ENDIAN_LONG.set(bytes, length, value);
    length += Long.BYTES;
  }

  private void write(byte[] source, int start, int count) {
    reserve(count);
    System.arraycopy(source, start, bytes, length, count);
    length += count;
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }

  private void requireEntry() {
    if (entryStart == NONE) {
      throw new IllegalStateException("No value is begun: begin one first.");
    }
  }

  private void requirePart() {
    requireEntry();
    if (part == field.parts().size()) {
      throw new IllegalStateException(
          "The value of " + field.name() + " is whole: end it before more is added.");
    }
  }

  private void requireNoEntry() {
    if (entryStart != NONE) {
      throw new IllegalStateException(
          "The value of " + field.name() + " is still open: end or cancel it first.");
    }
  }
}
