package dev.glovebox.publishing;

import java.io.Serializable;

/**
 * A batch date as the tasks know it.
 *
 * @param epochDay in days since the epoch
 * @param lateBeforeMicros no object of an earlier date has an instant from here on, nor a position
 *     that carries to it
 * @param parts that messages are spread over; one more holds their receipts
 */
record BatchDay(int epochDay, long lateBeforeMicros, int parts) implements Serializable {

  /** The number of the part that holds the receipts. */
  int controlPart() {
    return parts;
  }

  int allParts() {
    return parts + 1;
  }
}
