package dev.glovebox.trip;

/**
 * Where a vehicle was, WGS 84.
 *
 * @param micros since the epoch
 */
public record TrackPoint(long micros, double latitudeDeg, double longitudeDeg) {

  private static final double METERS_PER_DEGREE = 111_320;

  /** Metres to another point not far away, to a part in a hundred. */
  double metersTo(TrackPoint other) {
    double north = (other.latitudeDeg - latitudeDeg) * METERS_PER_DEGREE;
    double east = Math.IEEEremainder(other.longitudeDeg - longitudeDeg, 360) * metersPerLongitude();
    return Math.hypot(north, east);
  }

  /** Length of a degree of latitude. */
  static double metersPerLatitude() {
    return METERS_PER_DEGREE;
  }

  /** Length of a degree of longitude there. */
  double metersPerLongitude() {
    return METERS_PER_DEGREE * Math.cos(Math.toRadians(latitudeDeg));
  }

  /** Says nothing of where anybody was. */
  @Override
  public String toString() {
    return "TrackPoint";
  }
}
