package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VehicleLinesTest {

  private static final VehicleLines LINES = new VehicleLines(Set.of("LRW1", "\u8f661"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[],\"vin\":\"LRW1\"}",
        "{\"vin\" :\t\"LRW1\",\"data\":[]}",
        "{\"vin\":\"\u8f661\"}",
        "{\"metrics\":[{\"tags\":{\"vin\":\"LRW2\"}}],\"vin\":\"LRW1\"}"
      })
  void keepsWhatNamesTheVehicle(String line) {
    assertThat(LINES.test(line(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"vin\":\"L\\u0052W1\"}",
        "{\"\\u0076in\":\"LRW1\"}",
        "{\"name\":\"\\\"\",\"v\":1}"
      })
  void keepsWhatCouldNameItInOtherBytes(String line) {
    assertThat(LINES.test(line(line))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":[],\"vin\":\"LRW2\"}",
        "{\"data\":[],\"vin\":\"LRW11\"}",
        "{\"data\":[],\"vin\":\"LRW\"}",
        "{\"other\":\"LRW1\",\"vin\":\"LRW2\"}",
        "{\"VIN\":\"LRW1\"}",
        "{\"vin\":null}",
        "{\"vin\":",
        "\"vin\"",
        "\"vin",
        "LRW1",
        ""
      })
  void leavesWhatIsSomebodyElses(String line) {
    assertThat(LINES.test(line(line))).isFalse();
  }

  @Test
  void looksAtItsOwnLineOnly() {
    byte[] bytes = "{\"vin\":\"LRW1\"}\n{\"vin\":\"LRW2\"}\n{\"vin\":\"LRW1\"}".getBytes(UTF_8);
    Line second = new Line(bytes, 15, 29, 2, Line.Extent.WHOLE, Line.Encoding.ASCII);

    assertThat(LINES.test(second)).isFalse();
  }

  private static Line line(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Line(bytes, 0, bytes.length, 1, Line.Extent.WHOLE, Line.Encoding.OTHER);
  }
}
