package dev.glovebox.delivery.incident;

import java.util.ArrayList;
import java.util.List;

/**
 * The horizontal axis of a part of the chart.
 *
 * @param fromMicros its left end
 * @param untilMicros its right end
 * @param left where it begins on the drawing
 * @param right where it ends on the drawing
 */
record ChartTime(long fromMicros, long untilMicros, double left, double right) {

  private static final long SECOND = 1_000_000;
  private static final long[] STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600};
  private static final int MOST_TICKS = 9;

  /** Where an instant lies on the drawing; those outside lie at its ends. */
  double x(long micros) {
    long inside = Math.max(fromMicros, Math.min(untilMicros, micros));
    double part = (inside - fromMicros) / (double) (untilMicros - fromMicros);
    return left + part * (right - left);
  }

  boolean holds(long micros) {
    return fromMicros <= micros && micros < untilMicros;
  }

  /** Round times before and after an instant. */
  List<Long> ticks(long aroundMicros) {
    long step = stepMicros();
    List<Long> ticks = new ArrayList<>();
    long first = aroundMicros - Math.floorDiv(aroundMicros - fromMicros, step) * step;
    for (long tick = first; tick <= untilMicros; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  private long stepMicros() {
    long span = untilMicros - fromMicros;
    for (long step : STEPS) {
      if (span / (step * SECOND) < MOST_TICKS) {
        return step * SECOND;
      }
    }
    return span;
  }
}
