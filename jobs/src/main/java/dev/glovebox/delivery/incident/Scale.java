package dev.glovebox.delivery.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis in round steps.
 *
 * @param from the lowest value on it
 * @param to the highest
 * @param step between two of its lines
 */
record Scale(double from, double to, double step) {

  private static final int LINES = 3;

  /** An axis that holds zero and all of these steps. */
  static Scale around(List<Track.Step> steps) {
    double lowest = 0;
    double highest = 0;
    for (Track.Step each : steps) {
      lowest = Math.min(lowest, each.value());
      highest = Math.max(highest, each.value());
    }
    double step = roundStep(highest > lowest ? (highest - lowest) / LINES : 1);
    double from = Math.floor(lowest / step) * step;
    double to = Math.ceil(highest / step) * step;
    return new Scale(from, to > from ? to : from + step, step);
  }

  private static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  List<Double> lines() {
    List<Double> lines = new ArrayList<>();
    for (long i = 0; from + i * step <= to + step / 2; i++) {
      lines.add(from + i * step);
    }
    return lines;
  }

  /** Where on the axis a value lies, from 0 at its foot to 1. */
  double share(double value) {
    return (value - from) / (to - from);
  }
}
