package dev.glovebox.source;

import java.util.Arrays;
import java.util.Optional;

/** The numbers of an encoded polyline: groups of five bits, each a character from {@code ?} on. */
final class EncodedNumbers {
  private static final int FIRST_CHARACTER = 63;
  private static final int CONTINUED = 0x20;
  private static final int GROUP_BITS = 5;

  /** 360 degrees of 6 decimals take 30 bits; some grace for absurd but sound text. */
  private static final int MOST_BITS = 40;

  private EncodedNumbers() {}

  /** The numbers, in pairs; empty if the characters are not that. */
  static Optional<long[]> decode(byte[] characters) {
    long[] numbers = new long[characters.length];
    int count = 0;
    long bits = 0;
    int shift = 0;
    for (byte character : characters) {
      int group = character - FIRST_CHARACTER;
      if (group < 0 || group > 0x3F || shift > MOST_BITS) {
        return Optional.empty();
      }
      bits |= (long) (group & (CONTINUED - 1)) << shift;
      shift += GROUP_BITS;
      if ((group & CONTINUED) == 0) {
        numbers[count++] = (bits >>> 1) ^ -(bits & 1);
        bits = 0;
        shift = 0;
      }
    }
    boolean whole = shift == 0 && count > 0 && count % 2 == 0;
    return whole ? Optional.of(Arrays.copyOf(numbers, count)) : Optional.empty();
  }
}
