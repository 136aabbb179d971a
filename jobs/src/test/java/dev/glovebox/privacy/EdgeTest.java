package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTest {

  /** From west to east along the equator, where 0.001 degrees are about 111 m. */
  private static final Edge EQUATOR = new Edge(10, 0, 10.01, 0);

  @ParameterizedTest
  @CsvSource({
    "10.005, 0.0013, 10.005, 0.5",
    "10.005, 0.5, 10.005, 0.0013",
    "9.9, 0.0013, 10.0, 0.0013",
    "10.0, 0.0013, 9.9, 0.0013",
    "9.9, 0.0013, 10.1, 0.0013",
    "10.005, -0.5, 10.006, 0.5",
    "10.0112, 0, 10.5, 0"
  })
  void isWithinReachOfLinesThatComeNear(double lon1, double lat1, double lon2, double lat2) {
    Edge line = new Edge(lon1, lat1, lon2, lat2);
    assertThat(EQUATOR.isWithin(150, line)).isTrue();
    assertThat(line.isWithin(150, EQUATOR)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "10.005, 0.0014, 10.005, 0.5",
    "10.005, 0.5, 10.005, 0.0014",
    "9.9, 0.0014, 10.1, 0.0014",
    "10.0114, 0, 10.5, 0",
    "9.9, 0.1, 9.95, 0"
  })
  void isNotWithinReachOfLinesThatStayAway(double lon1, double lat1, double lon2, double lat2) {
    Edge line = new Edge(lon1, lat1, lon2, lat2);
    assertThat(EQUATOR.isWithin(150, line)).isFalse();
    assertThat(line.isWithin(150, EQUATOR)).isFalse();
  }

  @Test
  void mayBeOnePoint() {
    Edge point = new Edge(10, 0, 10, 0);
    assertThat(point.isWithin(150, 0.0013, 10)).isTrue();
    assertThat(point.isWithin(150, 0.0014, 10)).isFalse();
    assertThat(point.isWithin(0, 0, 10)).isTrue();
  }

  @Test
  void turnsRoundTheGlobe() {
    assertThat(EQUATOR.turned(-360)).isEqualTo(new Edge(-350, 0, 10.01 - 360, 0));
    assertThat(EQUATOR.box()).isEqualTo(new Box(10, 0, 10.01, 0));
  }
}
