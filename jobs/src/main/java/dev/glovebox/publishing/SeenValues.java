package dev.glovebox.publishing;

import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;

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

  /** Columns of {@code seen} after {@link KnownMessage#IDENTITY}. */
  static final List<Column> COLUMNS =
      List.of(
          functions.col("record_kind"),
          functions.col("signal"),
          functions.col("digest"),
          functions.col("place"),
          functions.col("places_digest"));

  private static final int KIND = KnownMessage.IDENTITY;
  private static final int SIGNAL = KIND + 1;
  private static final int DIGEST = SIGNAL + 1;
  private static final int PLACE = DIGEST + 1;
  private static final int PLACES_DIGEST = PLACE + 1;

  /**
   * The known message, of one value, that a row of {@code seen} tells of.
   *
   * <p>A verdict that was made with other places than today's says nothing any more.
   */
  static Message message(InternalRow row, Fields fields, String placesDigest) {
    boolean samePlaces = placesDigest.equals(row.getUTF8String(PLACES_DIGEST).toString());
    String place = row.getUTF8String(PLACE).toString();
    byte[] content =
        entry(
            fieldId(fields, row),
            samePlaces ? PlaceVerdict.valueOf(place) : PlaceVerdict.UNKNOWN,
            row.getBinary(DIGEST));
    RecordKind kind = RecordKind.of(row.getUTF8String(KIND).toString()).orElseThrow();
    return KnownMessage.of(row, kind, content);
  }

  /** The number of a value's field; one that no field has for what is compared whole. */
  private static int fieldId(Fields fields, InternalRow row) {
    if (row.isNullAt(SIGNAL)) {
      return NO_FIELD;
    }
    Field field = fields.find(row.getUTF8String(SIGNAL).toString());
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
