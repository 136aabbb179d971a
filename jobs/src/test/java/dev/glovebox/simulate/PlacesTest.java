package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.simulate.Places.Where;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final Places PLACES = Places.of(150);
  private static final City SIMPLE = City.ALL.get(0);
  private static final City HOLED = City.ALL.get(1);
  private static final City DOUBLE = City.ALL.get(2);

  @Test
  void takesTheMarginForAPartOfThePlace() {
    Place place = PLACES.of(SIMPLE);
    double edge = edgeMeters(place, SIMPLE);

    assertThat(at(SIMPLE, place, 0)).isEqualTo(Where.INSIDE);
    assertThat(at(SIMPLE, place, edge + 120)).isEqualTo(Where.INSIDE);
    assertThat(at(SIMPLE, place, edge + 150)).isEqualTo(Where.UNSURE);
    assertThat(at(SIMPLE, place, edge + 180)).isEqualTo(Where.OUTSIDE);
  }

  @Test
  void takesTheMiddleOfAHoleForOutside() {
    Place place = PLACES.of(HOLED);

    assertThat(at(HOLED, place, 0)).isEqualTo(Where.OUTSIDE);
    assertThat(at(HOLED, place, 800)).isEqualTo(Where.INSIDE);
    assertThat(at(HOLED, place, 3_000)).isEqualTo(Where.OUTSIDE);
  }

  @Test
  void knowsEveryPolygonOfAPlace() {
    Place place = PLACES.of(DOUBLE);

    assertThat(at(DOUBLE, place, 0)).isEqualTo(Where.INSIDE);
    assertThat(PLACES.at(DOUBLE, position(DOUBLE, place, 1_500, 300))).isEqualTo(Where.INSIDE);
    assertThat(PLACES.at(DOUBLE, position(DOUBLE, place, 750, 150))).isEqualTo(Where.OUTSIDE);
  }

  @Test
  void seesALineThatOnlyCrossesAPlace() {
    Place place = PLACES.of(SIMPLE);
    long from = position(SIMPLE, place, -2_000, 10);
    long to = position(SIMPLE, place, 2_000, -10);
    long past = position(SIMPLE, place, -2_000, 3_000);

    assertThat(along(from, to)).isEqualTo(Where.INSIDE);
    assertThat(along(from, past)).isEqualTo(Where.OUTSIDE);
  }

  @Test
  void writesAPolygonWithAHoleAndAMultipolygon() throws Exception {
    JsonNode features = new ObjectMapper().readTree(PLACES.geoJson()).get("features");
    List<String> shapes = new ArrayList<>();
    for (JsonNode feature : features) {
      JsonNode geometry = feature.get("geometry");
      String type = geometry.get("type").textValue();
      shapes.add(type + " " + geometry.get("coordinates").size());
      JsonNode polygon =
          type.equals("Polygon") ? geometry.get("coordinates") : geometry.get("coordinates").get(0);
      JsonNode ring = polygon.get(0);
      assertThat(ring.get(ring.size() - 1)).isEqualTo(ring.get(0));
      assertThat(feature.get("properties").get("name").textValue()).isNotBlank();
    }

    assertThat(shapes).containsOnly("Polygon 1", "Polygon 2", "MultiPolygon 2").hasSize(6);
  }

  @Test
  void keepsParkedVehiclesAwayFromPlaces() {
    Fleet fleet = Fleet.of(FleetOptions.defaults().withSeed(3), Written.FIELDS);
    for (int i = 0; i < 50; i++) {
      for (Phase phase : fleet.vehicle(i).timeline().phases()) {
        City city = fleet.vehicle(i).profile().city();
        assertThat(PLACES.clearOf(city, phase.spot().u(), phase.spot().v())).isTrue();
      }
    }
  }

  @Test
  void neverSendsAPositionThatIsUnsure() {
    FleetOptions options = FleetOptions.clean(20, 1, 9).withRate(Rate.SENSITIVE_PASS, 1);
    Fleet fleet = Fleet.of(options, Written.FIELDS);
    Readings readings = new Readings(options, PLACES);
    int unsent = 0;
    for (int i = 0; i < 20; i++) {
      City city = fleet.vehicle(i).profile().city();
      for (Phase phase : fleet.vehicle(i).timeline().drives()) {
        for (int tick = 0; tick < phase.ticks(); tick++) {
          long position = readings.position(phase, tick, city);
          unsent += position == FleetSignal.ABSENT ? 1 : 0;
          assertThat(position == FleetSignal.ABSENT || PLACES.at(city, position) != Where.UNSURE)
              .isTrue();
        }
      }
    }
    assertThat(unsent).isPositive();
  }

  @Test
  void measuresInMeters() {
    Place place = PLACES.of(SIMPLE);
    double edge = edgeMeters(place, SIMPLE);
    long far = position(SIMPLE, place, edge + 1_000, 0);

    assertThat(
            place.metersTo(FleetSignal.latitudeE6(far) / 1e6, FleetSignal.longitudeE6(far) / 1e6))
        .isCloseTo(1_000, within(100.0));
  }

  private static Where along(long from, long to) {
    return PLACES.along(
        SIMPLE,
        new long[] {FleetSignal.latitudeE6(from), FleetSignal.latitudeE6(to)},
        new long[] {FleetSignal.longitudeE6(from), FleetSignal.longitudeE6(to)});
  }

  private static Where at(City city, Place place, double alongU) {
    return PLACES.at(city, position(city, place, alongU, 0));
  }

  private static long position(City city, Place place, double du, double dv) {
    double u = place.crossingU() + du;
    double v = place.crossingV() + dv;
    return FleetSignal.packed(city.latitudeE6(u, v), city.longitudeE6(u, v));
  }

  /** How far along u, at right angles to an edge or nearly so, the place reaches. */
  private static double edgeMeters(Place place, City city) {
    double meters = 0;
    while (true) {
      long position = position(city, place, meters, 0);
      if (place.metersTo(
              FleetSignal.latitudeE6(position) / 1e6, FleetSignal.longitudeE6(position) / 1e6)
          > 0) {
        return meters;
      }
      meters += 1;
    }
  }
}
