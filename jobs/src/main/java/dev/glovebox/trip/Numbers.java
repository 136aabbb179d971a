package dev.glovebox.trip;

/** Numbers as they are written. */
final class Numbers {

  private static final double GRAIN = 1_000;

  private Numbers() {}

  /** To a thousandth: metres, watt-hours; NaN stays. */
  static double rounded(double value) {
    return Double.isNaN(value) ? value : Math.round(value * GRAIN) / GRAIN;
  }
}
