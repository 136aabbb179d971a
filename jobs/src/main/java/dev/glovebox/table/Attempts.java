package dev.glovebox.table;

import java.util.ConcurrentModificationException;
import java.util.function.Supplier;

/** Tries a change again, from the table's new state, where another writer was there first. */
final class Attempts {

  private static final int MOST = 3;

  private Attempts() {}

  /**
   * What the change comes to.
   *
   * @throws ConcurrentModificationException if others are first time after time
   */
  static <T> T at(Supplier<T> change) {
    for (int attempt = 1; attempt < MOST; attempt++) {
      try {
        return change.get();
      } catch (ConcurrentModificationException othersWereFirst) {
        // Nothing of this attempt was committed; what it wrote is swept up later.
      }
    }
    return change.get();
  }
}
