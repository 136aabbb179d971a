package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the verdicts with geodesic distances, found in another way. */
class SensitivePlacesExactnessTest {

  private static final double MARGIN = 150;

  /** Nearer to the margin than this, either verdict is right. */
  private static final double TOLERANCE_METERS = 0.01;

  @ParameterizedTest(name = "seed {0}: latitude {1}, radius {2} m, {3} corners, margin {4} m")
  @CsvSource({
    "101, 31.2, 400, 5, 150",
    "102, 22.5, 3000, 12, 150",
    "103, -33.9, 800, 40, 150",
    "104, 53.4, 20000, 300, 150",
    "105, 69.0, 500, 7, 150",
    "106, 0.0, 1000, 9, 150",
    "107, 45.0, 1000, 9, 0",
    "108, 45.0, 5000, 9, 5000",
    "109, 78.0, 1500, 30, 1500",
    "110, 60.0, 10000, 9, 10000",
  })
  void agreesWithGeodesicDistances(
      long seed, double latitudeDeg, double radiusMeters, int corners, double marginMeters) {
    Random random = new Random(seed);
    List<double[][]> rings = rings(random, latitudeDeg, 121.4, radiusMeters, corners);
    SensitivePlaces places = SensitivePlaces.parse(Drawn.polygon(rings), marginMeters);
    PlaceOracle oracle = new PlaceOracle(rings, marginMeters + 1);
    int inside = 0;
    int judged = 0;
    for (int i = 0; i < 400; i++) {
      double[] point = around(random, latitudeDeg, 121.4, radiusMeters + 2 * marginMeters);
      double meters = oracle.meters(point[1], point[0]);
      if (Math.abs(meters - marginMeters) > TOLERANCE_METERS || meters == 0) {
        assertThat(places.at(point[1], point[0]))
            .isEqualTo(meters <= marginMeters ? PlaceVerdict.INSIDE : PlaceVerdict.OUTSIDE);
        judged++;
        inside += meters <= marginMeters ? 1 : 0;
      }
    }
    assertThat(judged).isGreaterThan(390);
    assertThat(inside).isBetween(40, judged - 40);
  }

  @ParameterizedTest(name = "seed {0}: latitude {1}, margin {2} m")
  @CsvSource({
    "201, 31.2, 150",
    "202, 22.5, 150",
    "203, 53.4, 150",
    "204, -41, 150",
    "205, 69, 150",
    "206, 31.2, 25",
    "207, 40, 2000",
    "208, 5, 10000",
    "209, 60, 10000"
  })
  void isExactHalfAMeterFromTheMargin(long seed, double latitudeDeg, double marginMeters) {
    Random random = new Random(seed);
    List<double[][]> rings = List.<double[][]>of(Drawn.ring(random, latitudeDeg, 100, 900, 8));
    SensitivePlaces places = SensitivePlaces.parse(Drawn.polygon(rings), marginMeters);
    PlaceOracle oracle = new PlaceOracle(rings, marginMeters + 1);
    for (int i = 0; i < 20; i++) {
      double bearing = random.nextDouble() * 2 * Math.PI;
      double[] within = outwards(oracle, latitudeDeg, 100, bearing, marginMeters - 0.5);
      double[] beyond = outwards(oracle, latitudeDeg, 100, bearing, marginMeters + 0.5);
      assertThat(places.at(within[1], within[0])).isEqualTo(PlaceVerdict.INSIDE);
      assertThat(places.at(beyond[1], beyond[0])).isEqualTo(PlaceVerdict.OUTSIDE);
    }
  }

  @ParameterizedTest(name = "seed {0}: latitude {1}, legs of {2} m")
  @CsvSource({"301, 31.2, 500", "302, 53.4, 3000", "303, -20, 4000"})
  void agreesAlongLines(long seed, double latitudeDeg, double legMeters) {
    Random random = new Random(seed);
    List<double[][]> rings = rings(random, latitudeDeg, 121.4, 700, 11);
    SensitivePlaces places = SensitivePlaces.parse(Drawn.polygon(rings), MARGIN);
    PlaceOracle oracle = new PlaceOracle(rings, MARGIN + 2);
    int inside = 0;
    for (int i = 0; i < 60; i++) {
      double[] from = around(random, latitudeDeg, 121.4, legMeters + 700);
      double[] to = around(random, latitudeDeg, 121.4, legMeters + 700);
      double meters = nearest(oracle, from, to);
      if (Math.abs(meters - MARGIN) > 1 || meters == 0) {
        PlaceVerdict expected = meters <= MARGIN ? PlaceVerdict.INSIDE : PlaceVerdict.OUTSIDE;
        assertThat(places.along(new double[] {from[1], to[1]}, new double[] {from[0], to[0]}))
            .isEqualTo(expected);
        inside += meters <= MARGIN ? 1 : 0;
      }
    }
    assertThat(inside).isBetween(5, 55);
  }

  @Test
  void findsEveryPlaceAmongHundreds() {
    Random random = new Random(401);
    List<double[][]> rings = new ArrayList<>();
    List<String> features = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double[] centre = around(random, 31.2, 121.4, 15_000);
      rings.add(Drawn.ring(random, centre[1], centre[0], 500, 6));
      features.add(Drawn.feature(Drawn.polygon(rings.get(i))));
    }
    SensitivePlaces places = SensitivePlaces.parse(Drawn.collection(features), MARGIN);
    int inside = 0;
    for (int i = 0; i < 150; i++) {
      double[] point = around(random, 31.2, 121.4, 15_000);
      boolean expected = rings.stream().anyMatch(ring -> reaches(ring, point));
      assertThat(places.at(point[1], point[0]))
          .isEqualTo(expected ? PlaceVerdict.INSIDE : PlaceVerdict.OUTSIDE);
      inside += expected ? 1 : 0;
    }
    assertThat(inside).isBetween(15, 135);
  }

  private static boolean reaches(double[][] ring, double[] point) {
    return new PlaceOracle(List.<double[][]>of(ring), MARGIN + 1).meters(point[1], point[0])
        <= MARGIN;
  }

  /** An outer ring and, in its middle, a hole. */
  private static List<double[][]> rings(
      Random random, double latitudeDeg, double longitudeDeg, double radiusMeters, int corners) {
    return List.of(
        Drawn.ring(random, latitudeDeg, longitudeDeg, radiusMeters, corners),
        Drawn.ring(random, latitudeDeg, longitudeDeg, radiusMeters * 0.45, 5));
  }

  private static double[] around(
      Random random, double latitudeDeg, double longitudeDeg, double meters) {
    double east = meters / (111_319.5 * Math.cos(Math.toRadians(latitudeDeg)));
    return new double[] {
      longitudeDeg + (2 * random.nextDouble() - 1) * east,
      latitudeDeg + (2 * random.nextDouble() - 1) * meters / 111_319.5
    };
  }

  /** The position on a ray from the centre that is so far from the polygon. */
  private static double[] outwards(
      PlaceOracle oracle, double latitudeDeg, double longitudeDeg, double bearing, double meters) {
    double near = 0;
    double far = 3 * meters + 3_000;
    double[] point = {longitudeDeg, latitudeDeg};
    for (int i = 0; i < 36; i++) {
      double middle = (near + far) / 2;
      point[0] =
          longitudeDeg
              + middle * Math.sin(bearing) / (111_319.5 * Math.cos(Math.toRadians(latitudeDeg)));
      point[1] = latitudeDeg + middle * Math.cos(bearing) / 111_319.5;
      if (oracle.meters(point[1], point[0]) < meters) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return point;
  }

  /** The least distance of densely spaced positions between two ends. */
  private static double nearest(PlaceOracle oracle, double[] from, double[] to) {
    double nearest = Double.POSITIVE_INFINITY;
    int steps = (int) (Geodesic.meters(from[1], from[0], to[1], to[0]) / 20) + 2;
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      nearest =
          Math.min(
              nearest,
              oracle.meters(
                  from[1] + share * (to[1] - from[1]), from[0] + share * (to[0] - from[0])));
    }
    return nearest;
  }
}
