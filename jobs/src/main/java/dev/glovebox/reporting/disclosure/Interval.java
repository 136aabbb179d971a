package dev.glovebox.reporting.disclosure;

/**
 * Where a hidden value can be computed to lie.
 *
 * @param to infinite where nothing bounds it
 */
public record Interval(double from, double to) {

  /** How far apart its ends are. */
  public double width() {
    return to - from;
  }
}
