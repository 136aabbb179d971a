package dev.glovebox.source;

import static dev.glovebox.source.Readings.outcome;
import static dev.glovebox.source.Readings.readValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities and counts: a number and its text are the same value. */
class QuantityDecodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"+12.5\"; 12.5",
        "\"12.50\"; 12.5",
        "12.5e0; 12.5",
        "\"1.25E1\"; 12.5",
        "-0.0; 0.0",
        "\"-0\"; 0.0",
        "\"007\"; 7.0",
        "4.9e-324; 4.9E-324",
        "24.854000091552734; 24.854000091552734",
        "\"24.854000091552734\"; 24.854000091552734",
        "123456789012345678901234567890; 1.2345678901234568E29",
        "\"123456789012345678901234567890\"; 1.2345678901234568E29",
      })
  void readsQuantities(String arm, String expected) {
    assertThat(outcome(readValue("PackVoltage", "any", arm))).isEqualTo("PackVoltage=" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"\"; wrong-type",
        "\" 1\"; wrong-type",
        "\"1 \"; wrong-type",
        "\"1f\"; wrong-type",
        "\"1d\"; wrong-type",
        "\"0x1p3\"; wrong-type",
        "\".5\"; wrong-type",
        "\"5.\"; wrong-type",
        "\"1e\"; wrong-type",
        "\"1,5\"; wrong-type",
        "\"--1\"; wrong-type",
        "\"\u0661\"; wrong-type",
        "true; wrong-type",
        "{}; wrong-type",
        "[1]; wrong-type",
        "{\"latitude\":1,\"longitude\":1}; wrong-type",
        "NaN; invalid",
        "\"NaN\"; invalid",
        "\"nan\"; invalid",
        "-Infinity; invalid",
        "\"+Infinity\"; invalid",
        "\"-inf\"; invalid",
        "1e999; invalid",
        "\"1e999\"; invalid",
        "\"<invalid>\"; invalid",
        "null; invalid",
      })
  void rejectsWhatIsNoQuantity(String arm, String reason) {
    assertThat(outcome(readValue("PackVoltage", "any", arm))).isEqualTo(reason);
  }

  @Test
  void rejectsNumbersInTextThatAreLongerThanNumbersMayBe() {
    String digits = "1".repeat(NumberText.LONGEST + 1);
    assertThat(outcome(readValue("PackVoltage", "stringValue", "\"" + digits + "\"")))
        .isEqualTo("wrong-type");
  }

  @ParameterizedTest
  @CsvSource({
    "0, Soc=0.0",
    "100, Soc=100.0",
    "-0.1, out-of-range",
    "100.00000000000001, out-of-range"
  })
  void includesBothEndsOfARange(String arm, String expected) {
    assertThat(outcome(readValue("Soc", "doubleValue", arm))).isEqualTo(expected);
  }

  @Test
  void scalesThenOffsetsBeforeItLooksAtTheRange() {
    assertThat(outcome(readValue("VehicleSpeed", "any", "100")))
        .isEqualTo("VehicleSpeed=" + 100 * 1.609344);
    assertThat(outcome(readValue("VehicleSpeed", "any", "249"))).isEqualTo("out-of-range");
    assertThat(outcome(readValue("OutsideTemp", "any", "\"-20\"")))
        .isEqualTo("OutsideTemp=" + (-20 + 273.15));
    assertThat(outcome(readValue("OutsideTemp", "any", "100.1"))).isEqualTo("out-of-range");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "85; Odometer=85",
        "\"85\"; Odometer=85",
        "\"+85\"; Odometer=85",
        "85.000; Odometer=85",
        "8.5e1; Odometer=85",
        "\"-0\"; Odometer=0",
        "9223372036854775807; Odometer=9223372036854775807",
        "\"9007199254740993.0\"; Odometer=9007199254740993",
        "\"-9223372036854775808\"; Odometer=-9223372036854775808",
        "9223372036854775808; out-of-range",
        "1e300; out-of-range",
        "1e999; out-of-range",
        "85.5; wrong-type",
        "\"85.5\"; wrong-type",
        "1e-400; wrong-type",
        "\"1e-9999999999\"; wrong-type",
        "\"\"; wrong-type",
        "true; wrong-type",
        "{}; wrong-type",
        "NaN; invalid",
        "\"NaN\"; invalid",
      })
  void readsCountsWithoutLoss(String arm, String expected) {
    assertThat(outcome(readValue("Odometer", "any", arm))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2, RouteTrafficMinutesDelay=120",
    "0.5, RouteTrafficMinutesDelay=30",
    "0.01, wrong-type",
    "601, out-of-range",
    "1e999, invalid"
  })
  void convertsCounts(String arm, String expected) {
    assertThat(outcome(readValue("RouteTrafficMinutesDelay", "any", arm))).isEqualTo(expected);
  }

  @Test
  void looksAtTheRangeOfCounts() {
    assertThat(outcome(readValue("CurrentLimitMph", "any", "255")))
        .isEqualTo("CurrentLimitMph=255");
    assertThat(outcome(readValue("CurrentLimitMph", "any", "256"))).isEqualTo("out-of-range");
  }
}
