package dev.glovebox.simulate;

import java.util.Arrays;

/**
 * How a route is driven: from stop to stop it speeds up, holds its speed and slows down evenly, so
 * that where the vehicle is at any moment can be said without driving the way up to there.
 */
final class Drive {

  static final double ACCELERATION = 1.6;
  static final double DECELERATION = 1.9;

  final Route route;
  private final double[] startSeconds;
  private final double[] topSpeeds;
  private final double seconds;

  Drive(Route route) {
    this.route = route;
    int count = route.stretchEnds.length;
    startSeconds = new double[count];
    topSpeeds = new double[count];
    double at = 0;
    for (int i = 0; i < count; i++) {
      startSeconds[i] = at;
      topSpeeds[i] = topSpeed(length(i), route.cruiseMetersPerSecond[i]);
      at += moving(i) + route.waitSeconds[i];
    }
    seconds = at;
  }

  /** Metres from the beginning, metres a second, metres a second squared. */
  record Motion(double meters, double speed, double acceleration) {}

  double seconds() {
    return seconds;
  }

  Motion at(double second) {
    int i = stretch(second);
    double start = i == 0 ? 0 : route.stretchEnds[i - 1];
    double top = topSpeeds[i];
    double since = second - startSeconds[i];
    double speedingUp = top / ACCELERATION;
    if (since < speedingUp) {
      return new Motion(
          start + ACCELERATION * since * since / 2, ACCELERATION * since, ACCELERATION);
    }
    double left = moving(i) - since;
    if (left <= 0) {
      return new Motion(route.stretchEnds[i], 0, 0);
    }
    double slowingDown = top / DECELERATION;
    if (left < slowingDown) {
      return new Motion(
          route.stretchEnds[i] - DECELERATION * left * left / 2,
          DECELERATION * left,
          -DECELERATION);
    }
    double held = since - speedingUp;
    return new Motion(start + top * (speedingUp / 2 + held), top, 0);
  }

  private int stretch(double second) {
    int found = Arrays.binarySearch(startSeconds, second);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  private double length(int stretch) {
    return route.stretchEnds[stretch] - (stretch == 0 ? 0 : route.stretchEnds[stretch - 1]);
  }

  private double moving(int stretch) {
    double top = topSpeeds[stretch];
    double changing = top * top / 2 * (1 / ACCELERATION + 1 / DECELERATION);
    double held = Math.max(0, length(stretch) - changing) / top;
    return top / ACCELERATION + top / DECELERATION + held;
  }

  private static double topSpeed(double meters, double cruise) {
    double reachable =
        StrictMath.sqrt(2 * meters * ACCELERATION * DECELERATION / (ACCELERATION + DECELERATION));
    return Math.min(cruise, reachable);
  }
}
