package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.incident.IncidentRecord.Reading;
import dev.glovebox.delivery.incident.Silence.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of one signal over time, as numbers; true is 1. A value holds until the next, or until
 * the vehicle falls silent.
 *
 * @param points ascending in time
 */
record Track(List<Point> points) {

  /** A value that was sent. */
  record Point(long micros, double value) {}

  /**
   * A value and how long it holds.
   *
   * @param fromMicros when it was sent
   * @param untilMicros when the next was, or when the vehicle fell silent
   */
  record Step(long fromMicros, long untilMicros, double value) {}

  Track {
    points = List.copyOf(points);
  }

  /** The track of a column, empty where the vehicle did not send it or it is no number. */
  static Track of(Incident incident, String column) {
    List<Point> points = new ArrayList<>();
    for (Reading reading : incident.found().readings()) {
      ReadingValues.each(
          reading,
          incident.terms().fields(),
          (signal, value) -> {
            if (signal.column().equals(column)) {
              add(reading.micros(), value, points);
            }
          });
    }
    return new Track(points);
  }

  private static void add(long micros, Object value, List<Point> points) {
    if (value instanceof Number number) {
      points.add(new Point(micros, number.doubleValue()));
    } else if (value instanceof Boolean flag) {
      points.add(new Point(micros, flag ? 1 : 0));
    }
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** The steps that reach into a stretch of time, cut at its ends. */
  List<Step> steps(long fromMicros, long untilMicros, List<Gap> silences) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      long next = i + 1 < points.size() ? points.get(i + 1).micros() : Long.MAX_VALUE;
      long from = Math.max(fromMicros, point.micros());
      long until = Math.min(untilMicros, Math.min(next, silentFrom(point.micros(), silences)));
      if (from <= until && from < untilMicros) {
        steps.add(new Step(from, until, point.value()));
      }
    }
    return steps;
  }

  /** When the vehicle fell silent after an instant; never is the end of time. */
  private static long silentFrom(long micros, List<Gap> silences) {
    for (Gap gap : silences) {
      if (gap.fromMicros() >= micros) {
        return gap.fromMicros();
      }
    }
    return Long.MAX_VALUE;
  }
}
