package dev.glovebox.simulate;

import java.util.List;

/**
 * A city as a turned street grid round a centre, with one ring road. Places in it are metres along
 * its streets: {@code u} along the one direction, {@code v} along the other.
 */
final class City {

  static final double METERS_PER_DEGREE = StrictMath.toRadians(1) * 6_371_008.8;

  /**
   * Number, name, province, centre in WGS 84, turn of the streets, block, ring road, temperature.
   */
  static final List<City> ALL =
      List.of(
          new City(0, "Shanghai", "Shanghai", 31.2304, 121.4737, -12, 420, 340, 7_500, 17),
          new City(1, "Beijing", "Beijing", 39.9075, 116.3972, 1.5, 480, 400, 8_500, 8),
          new City(2, "Shenzhen", "Guangdong", 22.6080, 114.0310, 18, 380, 320, 6_500, 24),
          new City(3, "Chengdu", "Sichuan", 30.6598, 104.0657, 27, 440, 360, 7_000, 14),
          new City(4, "Hangzhou", "Zhejiang", 30.2650, 120.1700, -7, 360, 330, 6_000, 16),
          new City(5, "Wuhan", "Hubei", 30.5930, 114.3050, 34, 450, 370, 8_000, 15));

  /** Its index in {@link #ALL}. */
  final int number;

  final String name;
  final String province;
  final double blockU;
  final double blockV;
  final double ringMeters;
  final double celsius;

  private final double latitudeDeg;
  private final double longitudeDeg;
  private final double sine;
  private final double cosine;
  private final double metersPerLongitude;

  private City(
      int number,
      String name,
      String province,
      double latitudeDeg,
      double longitudeDeg,
      double turnDeg,
      double blockU,
      double blockV,
      double ringMeters,
      double celsius) {
    this.number = number;
    this.name = name;
    this.province = province;
    this.latitudeDeg = latitudeDeg;
    this.longitudeDeg = longitudeDeg;
    this.blockU = blockU;
    this.blockV = blockV;
    this.ringMeters = ringMeters;
    this.celsius = celsius;
    this.sine = StrictMath.sin(StrictMath.toRadians(turnDeg));
    this.cosine = StrictMath.cos(StrictMath.toRadians(turnDeg));
    this.metersPerLongitude = METERS_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitudeDeg));
  }

  /** Millionths of a degree. */
  long latitudeE6(double u, double v) {
    return StrictMath.round((latitudeDeg + (u * sine + v * cosine) / METERS_PER_DEGREE) * 1e6);
  }

  /** Millionths of a degree. */
  long longitudeE6(double u, double v) {
    return StrictMath.round((longitudeDeg + (u * cosine - v * sine) / metersPerLongitude) * 1e6);
  }

  /** Degrees clockwise from north of a direction in street metres. */
  double headingDeg(double du, double dv) {
    double east = du * cosine - dv * sine;
    double north = du * sine + dv * cosine;
    double degrees = StrictMath.toDegrees(StrictMath.atan2(east, north));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /** The street along u that is nearest. */
  double streetV(double v) {
    return StrictMath.rint(v / blockV) * blockV;
  }

  /** The street along v that is nearest. */
  double streetU(double u) {
    return StrictMath.rint(u / blockU) * blockU;
  }
}
