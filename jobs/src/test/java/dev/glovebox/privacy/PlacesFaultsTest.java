package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesFaultsTest {

  private static final String GOOD = Drawn.feature(Drawn.polygon(Drawn.square(31, 121, 0.01)));
  private static final String OUT_OF_RANGE =
      " has to be a longitude from -180 to 180, then a latitude from -90 to 90.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"Point","coordinates":[1,1]} | \
          features[1]: has to be a Polygon or a MultiPolygon. Draw an area, not a point.
          {"type":"LineString","coordinates":[[1,1],[2,2]]} | \
          features[1]: has to be a Polygon or a MultiPolygon. Draw an area, not a point.
          {"type":"GeometryCollection","geometries":[]} | \
          features[1]: has to be a Polygon or a MultiPolygon. Draw an area, not a point.
          null | features[1]: has to be a Polygon or a MultiPolygon. Draw an area, not a point.
          {"type":"Polygon"} | features[1]: has no ring.
          {"type":"Polygon","coordinates":[]} | features[1]: has no ring.
          {"type":"Polygon","coordinates":{"a":[]}} | features[1]: has no ring.
          {"type":"MultiPolygon","coordinates":[]} | features[1]: has no polygon.
          {"type":"MultiPolygon","coordinates":{"a":1}} | features[1]: has no polygon.
          {"type":"MultiPolygon","coordinates":[[]]} | features[1], polygon 0: has no ring.
          {"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]} | \
          features[1], ring 0: needs at least four positions, the last like the first.
          {"type":"Polygon","coordinates":[7]} | \
          features[1], ring 0: needs at least four positions, the last like the first.
          {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]} | \
          features[1], ring 0: is not closed. Repeat the first position at the end.
          {"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]} | \
          features[1]: does not bound an area: Self-intersection.
          {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]],[[4,4],[5,4],[5,5],[4,4]]]} | \
          features[1]: does not bound an area: Hole lies outside shell.
          {"type":"Polygon","coordinates":[[[170,0],[-170,0],[-170,1],[170,0]]]} | \
          features[1], ring 0: spans more than 180 degrees at once. Cut it at the antimeridian.
          """)
  void refusesWhatIsNoArea(String geometry, String fault) {
    assertThat(faults(Drawn.collection(List.of(GOOD, Drawn.feature(geometry)))))
        .containsExactly(fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[180.1, 0]",
        "[-180.1, 0]",
        "[0, 90.1]",
        "[0, -90.1]",
        "[0]",
        "[]",
        "7",
        "null",
        "[\"0\", 0]",
        "[0, null]",
        "[1e999, 0]",
        "{\"lon\": 0, \"lat\": 0}"
      })
  void refusesPositionsThatAreNone(String position) {
    String ring = "[[0,0],[1,0]," + position + ",[0,0]]";
    assertThat(faults("{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}"))
        .containsExactly("file, ring 0: position 2" + OUT_OF_RANGE);
  }

  @Test
  void tellsTheRingOfEachFault() {
    String hole = "[[0.1,0.1],[0.2,0.1],[500,0.2],[0.1,0.1]]";
    assertThat(
            faults(
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]],"
                    + hole
                    + "],[[[0,0]]]]}"))
        .containsExactly(
            "file, polygon 0, ring 1: position 2" + OUT_OF_RANGE,
            "file, polygon 1, ring 0: needs at least four positions, the last like the first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"properties\":{\"name\":\"EPSG:4490\"}}",
        "{\"properties\":{}}",
        "null",
        "\"GCJ-02\""
      })
  void refusesEveryOtherDatum(String crs) {
    String member = "\"crs\":" + crs + ",\"type\"";
    String square = Drawn.polygon(Drawn.square(31, 121, 0.01));
    String problem = ": has a crs that is not WGS 84. Convert it to longitude and latitude.";
    assertThat(faults(square.replace("\"type\"", member))).containsExactly("file" + problem);
    assertThat(faults(Drawn.feature(square).replaceFirst("\"type\"", member)))
        .containsExactly("file" + problem);
    assertThat(faults(Drawn.collection(List.of(GOOD)).replaceFirst("\"type\"", member)))
        .containsExactly("file" + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"FeatureCollection\"}",
        "{\"type\":\"FeatureCollection\",\"features\":{\"a\":1}}",
        "{\"type\":\"FeatureCollection\",\"features\":null}"
      })
  void refusesCollectionsWithoutFeatures(String text) {
    assertThat(faults(text)).containsExactly("file: has no list of features.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "{}", "{\"type\":\"Polygon\"}", "{\"type\":5}", "null"})
  void refusesWhatIsNoFeature(String feature) {
    assertThat(faults(Drawn.collection(List.of(feature))))
        .containsExactly("features[0]: has to be a Feature.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{}", "{\"type\":\"Topology\"}"})
  void refusesWhatIsNoGeoJson(String text) {
    assertThat(faults(text))
        .containsExactly("file: has to be a Polygon or a MultiPolygon. Draw an area, not a point.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name":"barracks",} | 1
          {"type":"Polygon","coordinates":[[[31.2345,NaN]]]} | 1
          {"type":"Polygon"} {"type":"Polygon"} | 1
          {"type":"Polygon","type":"Polygon"} | 1
          """)
  void refusesWhatIsNotJsonAndRepeatsNothingOfIt(String text, int line) {
    assertThatThrownBy(() -> SensitivePlaces.parse(text, 150))
        .isInstanceOf(SensitivePlacesException.class)
        .hasMessageEndingWith("\n- file: is not JSON without repeated keys, at line " + line + ".")
        .hasMessageNotContainingAny("barracks", "31.2345")
        .hasNoCause();
  }

  @Test
  void tellsEveryFaultButNoPositionAndNoName() {
    String secret =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"barracks\"},\"geometry\":{\"type\":"
            + "\"Polygon\",\"coordinates\":[[[31.2345,121.4],[1,1],[2,2],[3,3]]]}}";
    String crossed =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"barracks\"},\"geometry\":{\"type\":"
            + "\"Polygon\",\"coordinates\":[[[31.2345,0],[33,2],[33,0],[31.2345,2],[31.2345,0]]]}}";
    assertThatThrownBy(
            () -> SensitivePlaces.parse(Drawn.collection(List.of(secret, GOOD, crossed)), 150))
        .isInstanceOf(SensitivePlacesException.class)
        .hasMessage(
            "The sensitive places cannot be used. Correct the GeoJSON file; nothing is published"
                + " until every place in it is understood.\n- features[0], ring 0: position 0"
                + OUT_OF_RANGE
                + "\n- features[2]: does not bound an area: Self-intersection.");
  }

  @Test
  void listsFiftyFaultsAndCountsTheRest() {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      features.add("{}");
    }
    assertThat(faults(Drawn.collection(features))).hasSize(51).last().isEqualTo("and 3 more");
    assertThat(faults(Drawn.collection(features.subList(0, 50)))).hasSize(50);
  }

  private static List<String> faults(String geoJson) {
    try {
      SensitivePlaces.parse(geoJson, 150);
      return List.of();
    } catch (SensitivePlacesException e) {
      return e.faults();
    }
  }
}
