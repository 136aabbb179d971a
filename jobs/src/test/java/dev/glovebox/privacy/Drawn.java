package dev.glovebox.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Polygons for tests, as rings of longitude and latitude and as GeoJSON. */
final class Drawn {

  private static final double METERS_PER_DEGREE = 111_319.5;

  private Drawn() {}

  /**
   * A star-shaped ring round a centre, its corners between 60 % and 100 % of the radius from it.
   */
  static double[][] ring(
      Random random, double latitudeDeg, double longitudeDeg, double radiusMeters, int corners) {
    double eastMeters = METERS_PER_DEGREE * Math.cos(Math.toRadians(latitudeDeg));
    double[][] ring = new double[corners + 1][];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = radiusMeters * (0.6 + 0.4 * random.nextDouble());
      ring[i] =
          new double[] {
            longitudeDeg + reach * Math.cos(angle) / eastMeters,
            latitudeDeg + reach * Math.sin(angle) / METERS_PER_DEGREE
          };
    }
    ring[corners] = ring[0];
    return ring;
  }

  /** A square of so many degrees each way from its centre. */
  static double[][] square(double latitudeDeg, double longitudeDeg, double halfDeg) {
    return new double[][] {
      {longitudeDeg - halfDeg, latitudeDeg - halfDeg},
      {longitudeDeg + halfDeg, latitudeDeg - halfDeg},
      {longitudeDeg + halfDeg, latitudeDeg + halfDeg},
      {longitudeDeg - halfDeg, latitudeDeg + halfDeg},
      {longitudeDeg - halfDeg, latitudeDeg - halfDeg}
    };
  }

  static String polygon(List<double[][]> rings) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates(rings) + "}";
  }

  static String polygon(double[][] ring) {
    return polygon(List.<double[][]>of(ring));
  }

  static String feature(String geometry) {
    return "{\"type\":\"Feature\",\"properties\":{\"name\":\"depot\"},\"geometry\":"
        + geometry
        + "}";
  }

  static String collection(List<String> features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  static String coordinates(List<double[][]> rings) {
    List<String> texts = new ArrayList<>();
    for (double[][] ring : rings) {
      List<String> corners = new ArrayList<>();
      for (double[] corner : ring) {
        corners.add("[" + corner[0] + "," + corner[1] + "]");
      }
      texts.add("[" + String.join(",", corners) + "]");
    }
    return "[" + String.join(",", texts) + "]";
  }
}
