package dev.glovebox.simulate;

import java.util.List;

/**
 * A sensitive place: polygons, each an outer ring and its holes; a ring is longitude and latitude
 * in degrees in turn, its first point once more at its end.
 */
record Place(
    String name, City city, double crossingU, double crossingV, List<List<double[]>> polygons) {

  /** Whether a point is within so many degrees of the box round the place. */
  boolean near(double latitudeDeg, double longitudeDeg, double degrees) {
    for (List<double[]> polygon : polygons) {
      double[] outer = polygon.get(0);
      for (int i = 0; i < outer.length; i += 2) {
        if (Math.abs(outer[i] - longitudeDeg) < degrees
            && Math.abs(outer[i + 1] - latitudeDeg) < degrees) {
          return true;
        }
      }
    }
    return false;
  }

  /** Metres from a point to the place; 0 inside it. */
  double metersTo(double latitudeDeg, double longitudeDeg) {
    double least = Double.POSITIVE_INFINITY;
    for (List<double[]> polygon : polygons) {
      if (holds(polygon, latitudeDeg, longitudeDeg)) {
        return 0;
      }
      for (double[] ring : polygon) {
        least = Math.min(least, metersToRing(ring, latitudeDeg, longitudeDeg));
      }
    }
    return least;
  }

  /** Metres from a stretch to the place; 0 where they meet. */
  double metersTo(double lat1, double lon1, double lat2, double lon2) {
    double least = Math.min(metersTo(lat1, lon1), metersTo(lat2, lon2));
    for (List<double[]> polygon : polygons) {
      for (double[] ring : polygon) {
        least = Math.min(least, metersToRing(ring, lat1, lon1, lat2, lon2));
      }
    }
    return least;
  }

  /** Whether the polygon has the point inside its outer ring and outside its holes. */
  private static boolean holds(List<double[]> polygon, double latitudeDeg, double longitudeDeg) {
    boolean inside = false;
    for (double[] ring : polygon) {
      for (int i = 0; i + 3 < ring.length; i += 2) {
        double y1 = ring[i + 1];
        double y2 = ring[i + 3];
        if ((y1 > latitudeDeg) != (y2 > latitudeDeg)) {
          double x = ring[i] + (latitudeDeg - y1) / (y2 - y1) * (ring[i + 2] - ring[i]);
          inside ^= longitudeDeg < x;
        }
      }
    }
    return inside;
  }

  private static double metersToRing(double[] ring, double latitudeDeg, double longitudeDeg) {
    double scale = StrictMath.cos(StrictMath.toRadians(latitudeDeg));
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      least =
          Math.min(
              least,
              degreesToStretch(
                  (ring[i] - longitudeDeg) * scale,
                  ring[i + 1] - latitudeDeg,
                  (ring[i + 2] - longitudeDeg) * scale,
                  ring[i + 3] - latitudeDeg));
    }
    return least * City.METERS_PER_DEGREE;
  }

  /** From the origin to a stretch, in the unit of its coordinates. */
  private static double degreesToStretch(double x1, double y1, double x2, double y2) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : -(x1 * dx + y1 * dy) / square;
    double at = Math.max(0, Math.min(1, along));
    double nearX = x1 + at * dx;
    double nearY = y1 + at * dy;
    return Math.sqrt(nearX * nearX + nearY * nearY);
  }

  private static double metersToRing(
      double[] ring, double lat1, double lon1, double lat2, double lon2) {
    double scale = StrictMath.cos(StrictMath.toRadians(lat1));
    double dx = (lon2 - lon1) * scale;
    double dy = lat2 - lat1;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      double ax = (ring[i] - lon1) * scale;
      double ay = ring[i + 1] - lat1;
      double bx = (ring[i + 2] - lon1) * scale;
      double by = ring[i + 3] - lat1;
      if (cross(dx, dy, ax, ay) * cross(dx, dy, bx, by) < 0
          && cross(bx - ax, by - ay, -ax, -ay) * cross(bx - ax, by - ay, dx - ax, dy - ay) < 0) {
        return 0;
      }
      // Apart, two stretches are nearest at an end of one; those of the line are measured apart.
      least = Math.min(least, degreesToStretch(-ax, -ay, dx - ax, dy - ay));
    }
    return least * City.METERS_PER_DEGREE;
  }

  private static double cross(double ax, double ay, double bx, double by) {
    return ax * by - ay * bx;
  }
}
