package dev.glovebox.trip;

/**
 * How far a vehicle went by its odometer, which may be set anew or leap: only what it can have
 * driven counts.
 */
final class Odometer {

  private static final double FASTEST_KMH = 300;
  private static final double SLACK_KM = 1;
  private static final double BACKWARDS_KM = 0.1;
  private static final double MICROS_AN_HOUR = 3.6e9;

  private record Mark(long micros, double kilometers) {}

  private final Believed<Mark> marks = new Believed<>(Odometer::isPossible);
  private double driven = Double.NaN;
  private double first = Double.NaN;
  private double last = Double.NaN;
  private boolean stepped;

  private Odometer() {}

  static Odometer of(Session session) {
    Odometer odometer = new Odometer();
    session.follow(Quantity.ODOMETER, odometer::mark);
    return odometer;
  }

  private void mark(long micros, double kilometers) {
    if (Double.isNaN(first)) {
      first = kilometers;
      last = kilometers;
    }
    marks.next(new Mark(micros, kilometers)).ifPresent(this::drive);
  }

  private void drive(Believed.Taken<Mark> step) {
    if (!stepped) {
      first = step.from().kilometers();
      driven = 0;
      stepped = true;
    }
    driven += Math.max(0, step.to().kilometers() - step.from().kilometers());
    last = step.to().kilometers();
  }

  private static boolean isPossible(Mark from, Mark to) {
    double kilometers = to.kilometers() - from.kilometers();
    double hours = (to.micros() - from.micros()) / MICROS_AN_HOUR;
    return kilometers >= -BACKWARDS_KM && kilometers <= FASTEST_KMH * hours + SLACK_KM;
  }

  /** Kilometres; NaN where fewer than two values tell. */
  double drivenKm() {
    return driven;
  }

  /** What it showed at the start; NaN where it was not sent. */
  double startKm() {
    return first;
  }

  /** What it showed at the end; NaN where it was not sent. */
  double endKm() {
    return last;
  }
}
