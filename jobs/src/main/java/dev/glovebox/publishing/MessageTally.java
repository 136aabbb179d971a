package dev.glovebox.publishing;

import java.util.Arrays;

/**
 * What happened to the values of one message, and so to the message: released if any value is,
 * otherwise withheld, otherwise duplicate, otherwise rejected.
 *
 * <p>Where its values had several reasons the message has the first by its code, so that neither
 * the order of its values nor that of the rules matters.
 */
final class MessageTally {

  private static final Outcome[] RANKED = Outcome.values();

  private final int[] values = new int[RANKED.length];
  private final String[] reasons = new String[RANKED.length];

  void clear() {
    Arrays.fill(values, 0);
    Arrays.fill(reasons, null);
  }

  void add(Outcome outcome, String reason, int count) {
    if (count > 0) {
      int rank = outcome.ordinal();
      values[rank] += count;
      if (reason != null && (reasons[rank] == null || reason.compareTo(reasons[rank]) < 0)) {
        reasons[rank] = reason;
      }
    }
  }

  /** The outcome of the message; only one with a value has one. */
  Outcome outcome() {
    for (Outcome outcome : RANKED) {
      if (values[outcome.ordinal()] > 0) {
        return outcome;
      }
    }
    throw new IllegalStateException("A message without values has no outcome of its own");
  }

  /** Null for a released message. */
  String reason() {
    return reasons[outcome().ordinal()];
  }
}
