package dev.glovebox.publishing;

import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.table.EngineRows;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;

/**
 * The digests of one reading's unpublished values, as bytes: per value its field (4 bytes), the
 * verdict on where it lies (1 byte) and its digest.
 */
final class SeenValues {

  private static final int ENTRY = Integer.BYTES + 1 + Digests.LENGTH;
  private static final int NO_FIELD = -1;
  private static final PlaceVerdict[] VERDICTS = PlaceVerdict.values();

  private final byte[] bytes;

  SeenValues(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads rows of {@code seen}, after {@link KnownMessage#IDENTITY} its signal, digest, place and
   * places, into known messages of one value each.
   *
   * <p>A verdict that was made with other places than today's says nothing any more.
   */
  static Iterator<InternalRow> gather(
      Fields fields, String placesDigest, Iterator<InternalRow> rows) {
    return EngineRows.each(
        rows,
        row -> {
          boolean samePlaces = placesDigest.equals(row.getUTF8String(7).toString());
          String place = row.getUTF8String(6).toString();
          byte[] content =
              entry(
                  fieldId(fields, row),
                  samePlaces ? PlaceVerdict.valueOf(place) : PlaceVerdict.UNKNOWN,
                  row.getBinary(5));
          return new GenericInternalRow(
              new Object[] {
                row.getUTF8String(0), row.getLong(1), row.getInt(2), row.getUTF8String(3), content
              });
        });
  }

  /** The number of a value's field; one that no field has for what is compared whole. */
  private static int fieldId(Fields fields, InternalRow row) {
    if (row.isNullAt(4)) {
      return NO_FIELD;
    }
    Field field = fields.find(row.getUTF8String(4).toString());
    return field == null ? NO_FIELD : field.id();
  }

  int size() {
    return bytes.length / ENTRY;
  }

  int fieldId(int index) {
    return ByteBuffer.wrap(bytes).getInt(index * ENTRY);
  }

  PlaceVerdict place(int index) {
    return VERDICTS[bytes[index * ENTRY + Integer.BYTES]];
  }

  /** Where the digest begins in {@link #bytes()}. */
  int digestStart(int index) {
    return index * ENTRY + Integer.BYTES + 1;
  }

  /** Every digest, for what is compared whole. */
  List<byte[]> digests() {
    return IntStream.range(0, size())
        .mapToObj(i -> Arrays.copyOfRange(bytes, digestStart(i), digestStart(i) + Digests.LENGTH))
        .toList();
  }

  byte[] bytes() {
    return bytes;
  }

  private static byte[] entry(int fieldId, PlaceVerdict place, byte[] digest) {
    return ByteBuffer.allocate(ENTRY)
        .putInt(fieldId)
        .put((byte) place.ordinal())
        .put(digest)
        .array();
  }
}
