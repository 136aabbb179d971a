package dev.glovebox.publishing;

import java.util.List;
import java.util.Locale;

/**
 * The readings of one holder in one month, or of vehicles whose holder is not known: what lies in
 * one partition of the tables of owner data.
 *
 * @param month in months since year 0
 * @param ownerId null unless exactly one holder is known
 * @param partition values of the tables' partition columns; empty where no holder is known
 */
record Stretch(int month, String ownerId, List<String> partition) {

  /** Of vehicles whose holder is not known. */
  static Stretch unheld(int month) {
    return new Stretch(month, null, List.of());
  }

  static Stretch of(int month, String ownerId, String ownerPartition) {
    return new Stretch(month, ownerId, List.of(monthText(month), ownerPartition));
  }

  /** As {@code yyyy-MM}. */
  static String monthText(int month) {
    return String.format(
        Locale.ROOT, "%04d-%02d", Math.floorDiv(month, 12), Math.floorMod(month, 12) + 1);
  }
}
