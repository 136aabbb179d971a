package dev.glovebox.delivery;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/**
 * Positions in GCJ-02, the datum of map services in mainland China: off from WGS 84 by some hundred
 * metres.
 *
 * <p>The State's own algorithm is secret; this is the public approximation known as eviltransform,
 * which agrees with it to about a metre. Outside mainland China, told by the rectangles that are
 * published beside it, a position stays as it is; near its borders they are coarse.
 */
final class Gcj02 {

  /** Krasovsky's ellipsoid of 1940. */
  private static final double EARTH_RADIUS_METERS = 6378245.0;

  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final double CENTRE_LATITUDE = 35;
  private static final double CENTRE_LONGITUDE = 105;

  /** North, west, south, east, in degrees. */
  private record Rectangle(double north, double west, double south, double east) {
    boolean holds(double latitude, double longitude) {
      return latitude <= north && latitude >= south && longitude >= west && longitude <= east;
    }
  }

  private static final Rectangle[] INSIDE = {
    new Rectangle(49.2204, 79.4462, 42.8899, 96.33),
    new Rectangle(54.1415, 109.6872, 39.3742, 135.0002),
    new Rectangle(42.8899, 73.1246, 29.5297, 124.143255),
    new Rectangle(29.5297, 82.9684, 26.7186, 97.0352),
    new Rectangle(29.5297, 97.0253, 20.414096, 124.367395),
    new Rectangle(20.414096, 107.975793, 17.871542, 111.744104)
  };

  private static final Rectangle[] OUTSIDE = {
    new Rectangle(25.398623, 119.921265, 21.785006, 122.497559),
    new Rectangle(22.284, 101.8652, 20.0988, 106.665),
    new Rectangle(21.5422, 106.4525, 20.4878, 108.051),
    new Rectangle(55.8175, 109.0323, 50.3257, 119.127),
    new Rectangle(55.8175, 127.4568, 49.5574, 137.0227),
    new Rectangle(44.8922, 131.2662, 42.5692, 137.0227)
  };

  private Gcj02() {}

  /** The same place in GCJ-02; unchanged outside mainland China. */
  static Position of(Position wgs84) {
    double latitude = wgs84.latitudeDeg();
    double longitude = wgs84.longitudeDeg();
    if (!applies(latitude, longitude)) {
      return wgs84;
    }
    double x = longitude - CENTRE_LONGITUDE;
    double y = latitude - CENTRE_LATITUDE;
    double sine = sin(toRadians(latitude));
    double magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double metersPerDegree = EARTH_RADIUS_METERS * PI / 180;
    double north = northMeters(x, y) * magic * sqrt(magic) / (1 - ECCENTRICITY_SQUARED);
    double east = eastMeters(x, y) * sqrt(magic) / cos(toRadians(latitude));
    return new Position(latitude + north / metersPerDegree, longitude + east / metersPerDegree);
  }

  private static boolean applies(double latitude, double longitude) {
    return anyHolds(INSIDE, latitude, longitude) && !anyHolds(OUTSIDE, latitude, longitude);
  }

  private static boolean anyHolds(Rectangle[] some, double latitude, double longitude) {
    for (Rectangle each : some) {
      if (each.holds(latitude, longitude)) {
        return true;
      }
    }
    return false;
  }

  private static double northMeters(double x, double y) {
    double waves =
        common(x)
            + 20 * sin(y * PI)
            + 40 * sin(y / 3 * PI)
            + 160 * sin(y / 12 * PI)
            + 320 * sin(y / 30 * PI);
    double slope = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
    return slope + waves * 2 / 3;
  }

  private static double eastMeters(double x, double y) {
    double waves =
        common(x)
            + 20 * sin(x * PI)
            + 40 * sin(x / 3 * PI)
            + 150 * sin(x / 12 * PI)
            + 300 * sin(x / 30 * PI);
    double slope = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
    return slope + waves * 2 / 3;
  }

  private static double common(double x) {
    return 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI);
  }
}
