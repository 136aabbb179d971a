package dev.glovebox.publishing;

import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.signal.ValueCursor;
import java.util.Arrays;

/**
 * The value that stands for each field of one reading: the first that arrived.
 *
 * <p>A value met in an earlier batch date may be known by its digest only.
 */
final class FirstValues {

  /** How a further value under the same name compares with the one that stands. */
  enum Comparison {
    FIRST,
    SAME,
    DIFFERENT
  }

  private final byte[][] bytes;
  private final int[] starts;
  private final int[] ends;
  private final Standing[] standings;
  private final PlaceVerdict[] places;
  private final boolean[] noted;
  private final int[] present;
  private int size;

  FirstValues(int fields) {
    bytes = new byte[fields][];
    starts = new int[fields];
    ends = new int[fields];
    standings = new Standing[fields];
    places = new PlaceVerdict[fields];
    noted = new boolean[fields];
    present = new int[fields];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      bytes[present[i]] = null;
      noted[present[i]] = false;
    }
    size = 0;
  }

  boolean has(int field) {
    return bytes[field] != null;
  }

  byte[] bytes(int field) {
    return bytes[field];
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  Standing standing(int field) {
    return standings[field];
  }

  /** Where a value known by its digest lay when it was met. */
  PlaceVerdict place(int field) {
    return places[field];
  }

  /** Lets a value stand unless one does already. */
  void offer(int field, byte[] block, int start, int end, Standing standing, PlaceVerdict place) {
    if (!has(field)) {
      bytes[field] = block;
      starts[field] = start;
      ends[field] = end;
      standings[field] = standing;
      places[field] = place;
      present[size++] = field;
    }
  }

  /** Compares a value of this batch date with the one that stands for its field. */
  Comparison compare(int field, byte[] block, int start, int end, DigestOf digest) {
    if (bytes[field] == block && starts[field] == start) {
      return Comparison.FIRST;
    }
    boolean same =
        standings[field] == Standing.SEEN
            ? sameDigest(field, digest.of(field, block, start, end))
            : ValueCursor.sameValue(bytes[field], starts[field], ends[field], block, start, end);
    return same ? Comparison.SAME : Comparison.DIFFERENT;
  }

  /** True the first time it is asked for a field. */
  boolean note(int field) {
    boolean first = !noted[field];
    noted[field] = true;
    return first;
  }

  /** The digest of a value of the reading at hand. */
  @FunctionalInterface
  interface DigestOf {
    byte[] of(int field, byte[] block, int start, int end);
  }

  private boolean sameDigest(int field, byte[] digest) {
    return Arrays.equals(bytes[field], starts[field], ends[field], digest, 0, digest.length);
  }
}
