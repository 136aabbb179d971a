package dev.glovebox.privacy;

import java.io.Serializable;

/** A box in degrees, its edges included; {@code west} may lie beyond -180 and {@code east} 180. */
record Box(double west, double south, double east, double north) implements Serializable {

  static Box around(double longitude1, double latitude1, double longitude2, double latitude2) {
    return new Box(
        Math.min(longitude1, longitude2),
        Math.min(latitude1, latitude2),
        Math.max(longitude1, longitude2),
        Math.max(latitude1, latitude2));
  }

  Box and(Box other) {
    return new Box(
        Math.min(west, other.west),
        Math.min(south, other.south),
        Math.max(east, other.east),
        Math.max(north, other.north));
  }

  /** A box that holds every point at most so far from this one. */
  Box widened(double meters) {
    double up = Wgs84.latitudeReachDeg(meters);
    double farthest = Math.max(Math.abs(south - up), Math.abs(north + up));
    double aside = Wgs84.longitudeReachDeg(meters, farthest);
    return new Box(west - aside, south - up, east + aside, north + up);
  }

  boolean touches(Box other) {
    return west <= other.east && east >= other.west && south <= other.north && north >= other.south;
  }
}
