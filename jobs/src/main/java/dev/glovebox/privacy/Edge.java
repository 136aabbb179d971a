package dev.glovebox.privacy;

import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/**
 * A straight edge between two positions, straight in degrees as GeoJSON has it. Longitudes may lie
 * beyond 180 degrees, so that an edge and what it is compared with are continuous.
 */
record Edge(double longitude1, double latitude1, double longitude2, double latitude2) {

  /** How much the frame at a point may err within the reach of a margin. */
  private static final double SCREEN = 1.1;

  Box box() {
    return Box.around(longitude1, latitude1, longitude2, latitude2);
  }

  /** This edge, so many degrees further east. */
  Edge turned(double degrees) {
    return new Edge(longitude1 + degrees, latitude1, longitude2 + degrees, latitude2);
  }

  Coordinate start() {
    return new Coordinate(longitude1, latitude1);
  }

  Coordinate end() {
    return new Coordinate(longitude2, latitude2);
  }

  /** Whether some point of this edge is at most so far from some point of the other. */
  boolean isWithin(double meters, Edge other) {
    return crosses(other)
        || other.isWithin(meters, latitude1, longitude1)
        || other.isWithin(meters, latitude2, longitude2)
        || isWithin(meters, other.latitude1, other.longitude1)
        || isWithin(meters, other.latitude2, other.longitude2);
  }

  /**
   * Whether some point of this edge is at most so far from the position. The nearest point is found
   * in the frame of the position, its distance measured in the frame half-way.
   */
  boolean isWithin(double meters, double latitudeDeg, double longitudeDeg) {
    double eastMeters = Wgs84.metersPerLongitudeDegree(latitudeDeg);
    double northMeters = Wgs84.metersPerLatitudeDegree(latitudeDeg);
    double east = (longitude1 - longitudeDeg) * eastMeters;
    double north = (latitude1 - latitudeDeg) * northMeters;
    double alongEast = (longitude2 - longitude1) * eastMeters;
    double alongNorth = (latitude2 - latitude1) * northMeters;
    double share = nearest(east, north, alongEast, alongNorth);
    east += share * alongEast;
    north += share * alongNorth;
    double screen = SCREEN * meters;
    return east * east + north * north <= screen * screen
        && isWithinHalfWay(meters, latitudeDeg, east / eastMeters, north / northMeters);
  }

  private static double nearest(double east, double north, double alongEast, double alongNorth) {
    double lengthSquared = alongEast * alongEast + alongNorth * alongNorth;
    if (lengthSquared == 0) {
      return 0;
    }
    double share = -(east * alongEast + north * alongNorth) / lengthSquared;
    return Math.max(0, Math.min(1, share));
  }

  private static boolean isWithinHalfWay(
      double meters, double latitudeDeg, double eastDeg, double northDeg) {
    double halfWayDeg = latitudeDeg + northDeg / 2;
    double east = eastDeg * Wgs84.metersPerLongitudeDegree(halfWayDeg);
    double north = northDeg * Wgs84.metersPerLatitudeDegree(halfWayDeg);
    return east * east + north * north <= meters * meters;
  }

  private boolean crosses(Edge other) {
    RobustLineIntersector intersector = new RobustLineIntersector();
    intersector.computeIntersection(start(), end(), other.start(), other.end());
    return intersector.hasIntersection();
  }
}
