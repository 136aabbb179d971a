package dev.glovebox.privacy;

/** The ellipsoid that positions refer to, and metres upon it. */
final class Wgs84 {

  static final double SEMI_MAJOR_AXIS_METERS = 6_378_137;

  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_141_317;
  private static final double METERS_PER_DEGREE = Math.toRadians(SEMI_MAJOR_AXIS_METERS);

  /** No degree of latitude is shorter: it is shortest at the equator. */
  private static final double LEAST_METERS_PER_DEGREE =
      METERS_PER_DEGREE * (1 - ECCENTRICITY_SQUARED);

  /** Beyond it meridians lie so close that a distance may span all of them. */
  private static final double POLAR_LATITUDE_DEG = 89.8;

  private Wgs84() {}

  static boolean isPosition(double latitudeDeg, double longitudeDeg) {
    return latitudeDeg >= -90 && latitudeDeg <= 90 && longitudeDeg >= -180 && longitudeDeg <= 180;
  }

  /** Length of a degree of latitude there, along the meridian. */
  static double metersPerLatitudeDegree(double latitudeDeg) {
    double w = w(latitudeDeg);
    return METERS_PER_DEGREE * (1 - ECCENTRICITY_SQUARED) / (w * w * w);
  }

  /** Length of a degree of longitude there, along the parallel. */
  static double metersPerLongitudeDegree(double latitudeDeg) {
    return METERS_PER_DEGREE * Math.cos(Math.toRadians(latitudeDeg)) / w(latitudeDeg);
  }

  /** Degrees of latitude that no point within the distance is farther away. */
  static double latitudeReachDeg(double meters) {
    return meters / LEAST_METERS_PER_DEGREE;
  }

  /**
   * Degrees of longitude that no point within the distance is farther away.
   *
   * @param farthestLatitudeDeg from the equator, of all points concerned
   */
  static double longitudeReachDeg(double meters, double farthestLatitudeDeg) {
    return farthestLatitudeDeg > POLAR_LATITUDE_DEG
        ? 360
        : meters / (METERS_PER_DEGREE * Math.cos(Math.toRadians(farthestLatitudeDeg)));
  }

  /** The difference of two longitudes the short way round, in -180 to 180. */
  static double wrappedDeg(double differenceDeg) {
    return Math.IEEEremainder(differenceDeg, 360);
  }

  private static double w(double latitudeDeg) {
    double sine = Math.sin(Math.toRadians(latitudeDeg));
    return Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
  }
}
