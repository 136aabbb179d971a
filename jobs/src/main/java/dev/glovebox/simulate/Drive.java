package dev.glovebox.simulate;

import java.util.Arrays;

/**
 * How a route is driven: from stop to stop it speeds up, holds its speed and slows down evenly, so
 * that where the vehicle is at any moment can be said without driving the way up to there.
 */
final class Drive {

  static final double ACCELERATION = 1.6;
  static final double DECELERATION = 1.9;

  /** Metres a second squared, close to what a tyre can on a dry road. */
  static final double HARD_DECELERATION = 7;

  /** Metres a second; from less than this nobody brakes hard. */
  private static final double HARD_FROM_SPEED = 11;

  private static final int NONE = -1;

  final Route route;
  private final double[] startSeconds;
  private final double[] topSpeeds;
  private final int hardStretch;
  private final double seconds;

  Drive(Route route) {
    this(route, NONE);
  }

  /** A drive that brakes hard at the end of its first fast stretch, if it has one. */
  static Drive brakingHard(Route route) {
    Drive usual = new Drive(route);
    for (int i = 0; i < usual.topSpeeds.length; i++) {
      if (usual.topSpeeds[i] >= HARD_FROM_SPEED) {
        return new Drive(route, i);
      }
    }
    return usual;
  }

  private Drive(Route route, int hardStretch) {
    this.route = route;
    this.hardStretch = hardStretch;
    int count = route.stretchEnds.length;
    startSeconds = new double[count];
    topSpeeds = new double[count];
    double at = 0;
    for (int i = 0; i < count; i++) {
      startSeconds[i] = at;
      topSpeeds[i] = topSpeed(i);
      at += moving(i) + route.waitSeconds[i];
    }
    seconds = at;
  }

  /** Metres from the beginning, metres a second, metres a second squared. */
  record Motion(double meters, double speed, double acceleration) {}

  double seconds() {
    return seconds;
  }

  boolean brakesHard() {
    return hardStretch != NONE;
  }

  /** When it begins to brake hard, in seconds from the beginning; for a drive that does. */
  double hardBrakingSecond() {
    double top = topSpeeds[hardStretch];
    return startSeconds[hardStretch] + moving(hardStretch) - top / HARD_DECELERATION;
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
    double braking = deceleration(i);
    if (left < top / braking) {
      return new Motion(route.stretchEnds[i] - braking * left * left / 2, braking * left, -braking);
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

  private double deceleration(int stretch) {
    return stretch == hardStretch ? HARD_DECELERATION : DECELERATION;
  }

  private double moving(int stretch) {
    double top = topSpeeds[stretch];
    double braking = deceleration(stretch);
    double changing = top * top / 2 * (1 / ACCELERATION + 1 / braking);
    double held = Math.max(0, length(stretch) - changing) / top;
    return top / ACCELERATION + top / braking + held;
  }

  private double topSpeed(int stretch) {
    double braking = deceleration(stretch);
    double reachable =
        StrictMath.sqrt(2 * length(stretch) * ACCELERATION * braking / (ACCELERATION + braking));
    return Math.min(route.cruiseMetersPerSecond[stretch], reachable);
  }
}
