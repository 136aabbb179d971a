package dev.glovebox.privacy;

import static dev.glovebox.privacy.PlaceVerdict.INSIDE;
import static dev.glovebox.privacy.PlaceVerdict.OUTSIDE;
import static dev.glovebox.privacy.PlaceVerdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitivePlacesTest {

  private static final double[][] SQUARE = Drawn.square(31, 121, 0.01);
  private static final double[][] FAR_SQUARE = Drawn.square(40, 116, 0.01);
  private static final String NONE = Drawn.collection(List.of());

  @ParameterizedTest
  @CsvSource({"31, 121", "31.0099, 121.0099", "31.01, 121", "31.01, 121.01", "30.99, 120.99"})
  void isInsideWithItsEdgesAndCornersWithoutAMargin(double latitudeDeg, double longitudeDeg) {
    assertThat(places(0, SQUARE).at(latitudeDeg, longitudeDeg)).isEqualTo(INSIDE);
  }

  @ParameterizedTest
  @CsvSource({"31.010001, 121", "30.98, 121", "31, 121.010001", "31, 120.98", "45, 121"})
  void isOutsideBeyondItsEdges(double latitudeDeg, double longitudeDeg) {
    assertThat(places(0, SQUARE).at(latitudeDeg, longitudeDeg)).isEqualTo(OUTSIDE);
  }

  @Test
  void isInsideOnASlantedEdgeWithoutAMargin() {
    double[][] triangle = {{0, 0}, {0.5, 0.25}, {0, 0.5}, {0, 0}};
    assertThat(places(0, triangle).at(0.125, 0.25)).isEqualTo(INSIDE);
    assertThat(places(0, triangle).at(0.1249, 0.25)).isEqualTo(OUTSIDE);
  }

  @Test
  void leavesHolesOutBeyondTheMarginOfTheirEdges() {
    SensitivePlaces places =
        SensitivePlaces.parse(Drawn.polygon(List.of(SQUARE, Drawn.square(31, 121, 0.005))), 150);
    assertThat(places.at(31, 121)).isEqualTo(OUTSIDE);
    assertThat(places.at(31.0045, 121)).isEqualTo(INSIDE);
    assertThat(places.at(31.0055, 121)).isEqualTo(INSIDE);
    assertThat(places.at(31.0075, 121)).isEqualTo(INSIDE);
  }

  @Test
  void knowsEveryPolygonOfAMultiPolygon() {
    String coordinates =
        "["
            + Drawn.coordinates(List.<double[][]>of(SQUARE))
            + ","
            + Drawn.coordinates(List.<double[][]>of(FAR_SQUARE))
            + "]";
    SensitivePlaces places =
        SensitivePlaces.parse(
            "{\"type\":\"MultiPolygon\",\"coordinates\":" + coordinates + "}", 150);
    assertThat(places.size()).isEqualTo(2);
    assertThat(places.at(31, 121)).isEqualTo(INSIDE);
    assertThat(places.at(40, 116)).isEqualTo(INSIDE);
    assertThat(places.at(35, 118)).isEqualTo(OUTSIDE);
  }

  @Test
  void readsFeaturesCollectionsAndBareGeometries() {
    String square = Drawn.polygon(SQUARE);
    List<String> texts =
        List.of(
            square,
            Drawn.feature(square),
            Drawn.collection(List.of(Drawn.feature(square))),
            "\uFEFF" + square);
    for (String text : texts) {
      assertThat(SensitivePlaces.parse(text, 150).at(31, 121)).isEqualTo(INSIDE);
    }
  }

  @Test
  void readsWithoutNamesAndWithHeights() {
    String feature =
        """
        {"type": "Feature", "properties": null, "id": 3, "bbox": [0, 0, 1, 1], "geometry":
          {"type": "Polygon", "coordinates": [[[0, 0, 5], [1, 0, 5], [1, 1, 5], [0, 0, 5]]]}}
        """;
    assertThat(SensitivePlaces.parse(feature, 0).at(0.5, 0.75)).isEqualTo(INSIDE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"})
  void readsTheOldWayToSayWgs84(String name) {
    String text =
        Drawn.polygon(SQUARE)
            .replace(
                "\"type\"",
                "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"" + name + "\"}},\"type\"");
    assertThat(SensitivePlaces.parse(text, 0).at(31, 121)).isEqualTo(INSIDE);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 121",
    "31, NaN",
    "90.001, 121",
    "-90.001, 121",
    "31, 180.001",
    "31, -180.001",
    "Infinity, 121",
    "31, -Infinity"
  })
  void knowsNothingOfPositionsThatAreNone(double latitudeDeg, double longitudeDeg) {
    assertThat(places(150, SQUARE).at(latitudeDeg, longitudeDeg)).isEqualTo(UNKNOWN);
    assertThat(SensitivePlaces.parse(NONE, 150).at(latitudeDeg, longitudeDeg)).isEqualTo(UNKNOWN);
  }

  @Test
  void isOutsideWhereThereAreNoPlaces() {
    SensitivePlaces places = SensitivePlaces.parse(NONE, 150);
    assertThat(places.isEmpty()).isTrue();
    assertThat(places.size()).isZero();
    assertThat(places.at(31, 121)).isEqualTo(OUTSIDE);
    assertThat(places.at(90, 180)).isEqualTo(OUTSIDE);
    assertThat(places.along(new double[] {1, 2}, new double[] {3, 4})).isEqualTo(OUTSIDE);
    assertThat(places(150, SQUARE).isEmpty()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-90, 121", "90, 121", "31, -180", "31, 180"})
  void knowsPositionsAtTheEndsOfTheGlobe(double latitudeDeg, double longitudeDeg) {
    assertThat(places(150, SQUARE).at(latitudeDeg, longitudeDeg)).isEqualTo(OUTSIDE);
  }

  @Test
  void reachesOverTheAntimeridian() {
    SensitivePlaces east = places(150, Drawn.square(10, 179.99, 0.01));
    assertThat(east.at(10, -179.999)).isEqualTo(INSIDE);
    assertThat(east.at(10, -179.998)).isEqualTo(OUTSIDE);
    assertThat(east.at(10, -180)).isEqualTo(INSIDE);
    SensitivePlaces west = places(150, Drawn.square(10, -179.99, 0.01));
    assertThat(west.at(10, 179.999)).isEqualTo(INSIDE);
    assertThat(west.at(10, 179.998)).isEqualTo(OUTSIDE);
    assertThat(west.at(10, 180)).isEqualTo(INSIDE);
  }

  @Test
  void reachesOverTheAntimeridianAlongLines() {
    SensitivePlaces west = places(150, Drawn.square(10, -179.9, 0.01));
    assertThat(along(west, 10, 179.5, 10, -179.5)).isEqualTo(INSIDE);
    assertThat(along(west, 11, 179.5, 11, -179.5)).isEqualTo(OUTSIDE);
    SensitivePlaces east = places(150, Drawn.square(10, 179.9, 0.01));
    assertThat(along(east, 10, -179.5, 10, 179.5)).isEqualTo(INSIDE);
    assertThat(along(east, 10, -179.5, 10, -178.5)).isEqualTo(OUTSIDE);
  }

  @Test
  void meetsLinesBetweenTheirPoints() {
    SensitivePlaces places = places(150, SQUARE);
    assertThat(along(places, 31, 120.9, 31, 121.1)).isEqualTo(INSIDE);
    assertThat(along(places, 31.0112, 120.9, 31.0112, 121.1)).isEqualTo(INSIDE);
    assertThat(along(places, 31.0115, 120.9, 31.0115, 121.1)).isEqualTo(OUTSIDE);
    assertThat(along(places, 31.05, 121, 31.0112, 121)).isEqualTo(INSIDE);
    assertThat(along(places, 31.05, 121, 31.0115, 121)).isEqualTo(OUTSIDE);
  }

  @Test
  void meetsLinesThatCrossWithoutAMargin() {
    SensitivePlaces places = places(0, SQUARE);
    assertThat(along(places, 30.9, 121.003, 31.1, 121.001)).isEqualTo(INSIDE);
    assertThat(along(places, 30.9, 121.003, 30.95, 121.001)).isEqualTo(OUTSIDE);
  }

  @Test
  void meetsLinesAtAnyOfTheirPoints() {
    SensitivePlaces places = places(150, SQUARE);
    double[] longitudesDeg = {120, 121, 122};
    assertThat(places.along(new double[] {31, 33, 35}, longitudesDeg)).isEqualTo(OUTSIDE);
    assertThat(places.along(new double[] {33, 31, 33}, longitudesDeg)).isEqualTo(INSIDE);
    assertThat(places.along(new double[] {33, 33, 31}, new double[] {120, 121, 121}))
        .isEqualTo(INSIDE);
    assertThat(places.along(new double[] {31}, new double[] {121})).isEqualTo(INSIDE);
    assertThat(places.along(new double[] {32}, new double[] {121})).isEqualTo(OUTSIDE);
  }

  @Test
  void knowsNothingOfLinesThatCannotBeFollowed() {
    SensitivePlaces places = places(150, SQUARE);
    assertThat(places.along(new double[0], new double[0])).isEqualTo(UNKNOWN);
    assertThat(places.along(new double[] {31, 32}, new double[] {121})).isEqualTo(UNKNOWN);
    assertThat(along(places, 31, 121, Double.NaN, 121)).isEqualTo(UNKNOWN);
    assertThat(along(places, 91, 121, 31, 121)).isEqualTo(UNKNOWN);
  }

  @Test
  void reachesNoFurtherThanItsMarginAtThePole() {
    double[][] cap = {
      {-180, 89.95}, {0, 89.95}, {180, 89.95}, {180, 90}, {0, 90}, {-180, 90}, {-180, 89.95}
    };
    SensitivePlaces places = places(150, cap);
    assertThat(places.at(90, 77)).isEqualTo(INSIDE);
    assertThat(places.at(89.949, 77)).isEqualTo(INSIDE);
    assertThat(places.at(89.948, 77)).isEqualTo(OUTSIDE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesMarginsThatAreNone(double marginMeters) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SensitivePlaces.parse(NONE, marginMeters))
        .withMessage(
            "The margin has to be a number of metres, at least 0. Provided value: " + marginMeters);
  }

  @Test
  void tellsPlacesApartByTheirDigest() {
    String digest = places(150, SQUARE).digest();
    assertThat(digest).matches("[0-9a-f]{64}");
    assertThat(places(151, SQUARE).digest()).isNotEqualTo(digest);
    assertThat(places(150, FAR_SQUARE).digest()).isNotEqualTo(digest);
    assertThat(
            SensitivePlaces.parse(Drawn.polygon(List.of(SQUARE, Drawn.square(31, 121, 0.005))), 150)
                .digest())
        .isNotEqualTo(digest);
  }

  @Test
  void digestsNeitherOrderNorNamesNorDirection() {
    double[][] turned = {SQUARE[2], SQUARE[1], SQUARE[0], SQUARE[3], SQUARE[2]};
    String one = Drawn.feature(Drawn.polygon(SQUARE));
    String other = Drawn.feature(Drawn.polygon(FAR_SQUARE));
    String again = Drawn.feature(Drawn.polygon(turned)).replace("depot", "barracks");
    assertThat(SensitivePlaces.parse(Drawn.collection(List.of(other, again)), 150).digest())
        .isEqualTo(SensitivePlaces.parse(Drawn.collection(List.of(one, other)), 150).digest());
  }

  @Test
  void digestsBothZerosAlike() {
    double[][] zero = {{0, 0}, {1, 0}, {1, 1}, {0, 0}};
    double[][] minusZero = {{-0.0, -0.0}, {1, -0.0}, {1, 1}, {-0.0, -0.0}};
    assertThat(places(150, minusZero).digest()).isEqualTo(places(150, zero).digest());
  }

  @Test
  void judgesAlikeAfterItsJourney() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(places(150, SQUARE));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      SensitivePlaces arrived = (SensitivePlaces) in.readObject();
      assertThat(arrived.at(31, 121)).isEqualTo(INSIDE);
      assertThat(arrived.at(32, 121)).isEqualTo(OUTSIDE);
    }
  }

  @Test
  void measuresDegreesAsTheEllipsoidHasThem() {
    assertThat(Wgs84.metersPerLatitudeDegree(0)).isCloseTo(110_574.276, within(0.001));
    assertThat(Wgs84.metersPerLatitudeDegree(45)).isCloseTo(111_131.78, within(0.1));
    assertThat(Wgs84.metersPerLongitudeDegree(0)).isCloseTo(111_319.49, within(0.1));
    assertThat(Wgs84.metersPerLongitudeDegree(45)).isCloseTo(78_846.81, within(0.1));
    assertThat(Wgs84.wrappedDeg(359)).isEqualTo(-1);
    assertThat(Wgs84.wrappedDeg(-181)).isEqualTo(179);
  }

  @Test
  void widensBoxesByTheMarginAtTheirFarthestLatitude() {
    Box north = new Box(10, 59, 11, 60).widened(10_000);
    Box south = new Box(10, -60, 11, -59).widened(10_000);
    double up = 10_000 / 110_574.276;
    double aside = 10_000 / (111_319.491 * Math.cos(Math.toRadians(60 + up)));
    for (Box box : List.of(north, south)) {
      assertThat(box.west()).isCloseTo(10 - aside, within(1e-6));
      assertThat(box.east()).isCloseTo(11 + aside, within(1e-6));
    }
    assertThat(north.south()).isCloseTo(59 - up, within(1e-6));
    assertThat(north.north()).isCloseTo(60 + up, within(1e-6));
    assertThat(new Box(10, 89.7, 11, 89.8).widened(150).east()).isEqualTo(371);
  }

  private static SensitivePlaces places(double marginMeters, double[][] ring) {
    return SensitivePlaces.parse(Drawn.polygon(ring), marginMeters);
  }

  private static PlaceVerdict along(
      SensitivePlaces places, double lat1, double lon1, double lat2, double lon2) {
    return places.along(new double[] {lat1, lat2}, new double[] {lon1, lon2});
  }
}
