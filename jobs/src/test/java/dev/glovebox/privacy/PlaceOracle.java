package dev.glovebox.privacy;

import java.util.List;

/**
 * Tells how far a position lies from a polygon by searching every edge for its nearest point with
 * geodesic distances: slow, and independent of what is tested.
 */
final class PlaceOracle {

  private static final int SEARCH_ROUNDS = 50;

  /** Rings of longitude and latitude, closed. */
  private final List<double[][]> rings;

  private final double farMeters;

  /**
   * @param farMeters from where on distances are of no interest
   */
  PlaceOracle(List<double[][]> rings, double farMeters) {
    this.rings = rings;
    this.farMeters = farMeters;
  }

  /** The distance in metres, or what counts as far; 0 inside the polygon. */
  double meters(double latitudeDeg, double longitudeDeg) {
    double nearest = farMeters;
    boolean inside = false;
    for (double[][] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        if (atLeast(ring[i - 1], ring[i], latitudeDeg, longitudeDeg) < nearest) {
          nearest = Math.min(nearest, meters(ring[i - 1], ring[i], latitudeDeg, longitudeDeg));
        }
        inside ^= crosses(ring[i - 1], ring[i], latitudeDeg, longitudeDeg);
      }
    }
    return inside ? 0 : nearest;
  }

  /** The distance of an edge, which is straight in degrees. */
  static double meters(double[] from, double[] to, double latitudeDeg, double longitudeDeg) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < SEARCH_ROUNDS; i++) {
      double third = (high - low) / 3;
      double left = meters(from, to, low + third, latitudeDeg, longitudeDeg);
      double right = meters(from, to, high - third, latitudeDeg, longitudeDeg);
      if (left < right) {
        high -= third;
      } else {
        low += third;
      }
    }
    return meters(from, to, low, latitudeDeg, longitudeDeg);
  }

  /** No point of an edge is nearer: by the way from one end over the position to the other. */
  private static double atLeast(
      double[] from, double[] to, double latitudeDeg, double longitudeDeg) {
    double length = Geodesic.meters(from[1], from[0], to[1], to[0]);
    double around =
        meters(from, to, 0, latitudeDeg, longitudeDeg)
            + meters(from, to, 1, latitudeDeg, longitudeDeg);
    return (around - length) / 2 * 0.99;
  }

  private static double meters(
      double[] from, double[] to, double share, double latitudeDeg, double longitudeDeg) {
    return Geodesic.meters(
        from[1] + share * (to[1] - from[1]),
        from[0] + share * (to[0] - from[0]),
        latitudeDeg,
        longitudeDeg);
  }

  private static boolean crosses(
      double[] from, double[] to, double latitudeDeg, double longitudeDeg) {
    if ((from[1] > latitudeDeg) == (to[1] > latitudeDeg)) {
      return false;
    }
    double share = (latitudeDeg - from[1]) / (to[1] - from[1]);
    return longitudeDeg < from[0] + share * (to[0] - from[0]);
  }
}
