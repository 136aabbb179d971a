package dev.glovebox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

  /** The points that the public algorithm is tested with everywhere, to a millimetre. */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215, Shanghai",
    "22.543847, 113.912316, 22.540796131694766, 113.9171764808363, Shenzhen",
    "39.911954, 116.377817, 39.91334545536069, 116.38404722455657, Beijing"
  })
  void agreesWithKnownPoints(
      double latitude, double longitude, double gcjLatitude, double gcjLongitude, String city) {
    Position converted = Gcj02.of(new Position(latitude, longitude));

    assertThat(converted.latitudeDeg()).as(city).isCloseTo(gcjLatitude, within(1e-8));
    assertThat(converted.longitudeDeg()).as(city).isCloseTo(gcjLongitude, within(1e-8));
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "37.5665, 126.9780, Seoul",
    "35.6895, 139.6917, Tokyo",
    "21.0285, 105.8542, Hanoi",
    "25.0330, 121.5654, Taipei",
    "52.5200, 13.4050, Berlin",
    "-33.8688, 151.2093, Sydney"
  })
  void leavesOtherPlacesAlone(double latitude, double longitude, String city) {
    Position position = new Position(latitude, longitude);

    assertThat(Gcj02.of(position)).as(city).isEqualTo(position);
  }

  @Test
  void namesTheFilesOfItsDatum() {
    assertThat(Datum.GCJ02.file("trips", ".gpx")).isEqualTo("trips.gcj02.gpx");
    assertThat(Datum.WGS84.file("trips", ".gpx")).isEqualTo("trips.gpx");
  }
}
