package dev.glovebox.trip;

import java.util.Arrays;

/** The newest value of each quantity of a vehicle, with when it was sent. */
final class Known {

  private final double[] values = Reading.nothing();
  private final long[] sentMicros = new long[Quantity.COUNT];
  private final int[] batchDays = new int[Quantity.COUNT];

  void hear(Reading reading) {
    for (Quantity quantity : Quantity.values()) {
      if (reading.has(quantity)) {
        values[quantity.ordinal()] = reading.value(quantity);
        sentMicros[quantity.ordinal()] = reading.micros();
        batchDays[quantity.ordinal()] = reading.batchDay();
      }
    }
  }

  void forget() {
    Arrays.fill(values, Double.NaN);
  }

  /** What still stands at an instant; later readings do not change it. */
  Before standingAt(long micros) {
    double[] standing = values.clone();
    for (int i = 0; i < standing.length; i++) {
      if (micros - sentMicros[i] > Limits.CARRY) {
        standing[i] = Double.NaN;
      }
    }
    return new Before(standing, batchDays.clone());
  }

  /** What stood when something began. */
  static final class Before {
    private final double[] values;
    private final int[] batchDays;

    private Before(double[] values, int[] batchDays) {
      this.values = values;
      this.batchDays = batchDays;
    }

    /** NaN where nothing stood. */
    double value(Quantity quantity) {
      return values[quantity.ordinal()];
    }

    boolean has(Quantity quantity) {
      return !Double.isNaN(value(quantity));
    }

    /** The batch date of a value that stands, in days since the epoch. */
    int batchDay(Quantity quantity) {
      return batchDays[quantity.ordinal()];
    }
  }
}
