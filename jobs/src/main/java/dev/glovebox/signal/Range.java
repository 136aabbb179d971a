package dev.glovebox.signal;

import java.io.Serializable;

/** The values that a number may take, in the column's unit; both ends are included. */
public record Range(double min, double max) implements Serializable {

  public Range {
    if (!(min <= max) || Double.isInfinite(min) || Double.isInfinite(max)) {
      throw new IllegalArgumentException(
          "A range goes from a finite number to one that is not smaller. Provided value: ["
              + min
              + ", "
              + max
              + "]");
    }
  }

  /** Whether the value lies in the range; false for a NaN. */
  public boolean contains(double value) {
    return value >= min && value <= max;
  }
}
