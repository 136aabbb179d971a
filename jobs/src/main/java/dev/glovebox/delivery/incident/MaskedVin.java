package dev.glovebox.delivery.incident;

/**
 * A vehicle's number as it may be shown around: enough to tell one's own, too little to find it.
 */
final class MaskedVin {

  private static final int MAKER = 3;
  private static final int LAST = 4;
  private static final int LEAST_HIDDEN = 8;

  private MaskedVin() {}

  /** The maker's code and the last four characters; of a short number nothing. */
  static String of(String vin) {
    int[] characters = vin.codePoints().toArray();
    int hidden = characters.length - MAKER - LAST;
    if (hidden < LEAST_HIDDEN) {
      return "*".repeat(characters.length);
    }
    return new String(characters, 0, MAKER)
        + "*".repeat(hidden)
        + new String(characters, MAKER + hidden, LAST);
  }
}
