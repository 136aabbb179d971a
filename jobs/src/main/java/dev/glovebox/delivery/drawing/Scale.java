package dev.glovebox.delivery.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis in round steps.
 *
 * @param from the lowest value on it
 * @param to the highest
 * @param step between two of its lines: 1, 2 or 5 times a power of ten
 */
public record Scale(double from, double to, double step) {

  private static final int LINES = 4;

  /** An axis from nothing to at least this much. */
  public static Scale upTo(double highest) {
    return around(0, highest);
  }

  /** An axis that holds both values. */
  public static Scale around(double lowest, double highest) {
    double span = highest - lowest;
    return around(lowest, highest, (span > 0 ? span : Math.max(1, Math.abs(highest))) / LINES);
  }

  /**
   * An axis that holds both values.
   *
   * @param leastStep its lines stand no closer
   */
  public static Scale around(double lowest, double highest, double leastStep) {
    double step = roundStep(leastStep);
    double from = Math.floor(lowest / step) * step;
    double to = Math.ceil(highest / step) * step;
    return new Scale(from, to > from ? to : from + step, step);
  }

  /** The least of 1, 2, 5 times a power of ten that is no less than this. */
  public static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  public List<Double> lines() {
    List<Double> lines = new ArrayList<>();
    for (long i = 0; from + i * step <= to + step / 2; i++) {
      lines.add(from + i * step);
    }
    return lines;
  }

  /** Where on the axis a value lies, from 0 to 1. */
  public double share(double value) {
    return (value - from) / (to - from);
  }
}
