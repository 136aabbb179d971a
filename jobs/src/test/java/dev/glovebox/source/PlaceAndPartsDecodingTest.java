package dev.glovebox.source;

import static dev.glovebox.source.Readings.outcome;
import static dev.glovebox.source.Readings.readValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places, doors and tyres: one value that fills several columns. */
class PlaceAndPartsDecodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"latitude\":31.2,\"longitude\":121.4}; Location=31.2|121.4",
        "{\"longitude\":\"121.4\",\"x\":[1],\"latitude\":\"31.2\"}; Location=31.2|121.4",
        "\"(37.412374 N, 122.145867 W)\"; Location=37.412374|-122.145867",
        "\"(0.5 S, 0 E)\"; Location=-0.5|0.0",
        "{\"latitude\":0,\"longitude\":121.4}; Location=0.0|121.4",
        "{\"latitude\":-90,\"longitude\":180}; Location=-90.0|180.0",
        "{\"latitude\":0,\"longitude\":-0.0}; invalid",
        "\"(0 N, 0 E)\"; invalid",
        "{\"latitude\":31.2}; invalid",
        "{\"latitude\":31.2,\"longitude\":null}; invalid",
        "{\"latitude\":\"NaN\",\"longitude\":121.4}; invalid",
        "{\"latitude\":31.2,\"longitude\":1e999}; invalid",
        "{}; invalid",
        "\"<invalid>\"; invalid",
        "{\"latitude\":90.1,\"longitude\":121.4}; out-of-range",
        "\"(31.2 N, 180.1 E)\"; out-of-range",
        "{\"latitude\":true,\"longitude\":121.4}; wrong-type",
        "{\"latitude\":31.2,\"latitude\":31.2,\"longitude\":1}; wrong-type",
        "{\"latitude\":[31.2],\"longitude\":121.4}; wrong-type",
        "\"(-0.5 S, 0 E)\"; wrong-type",
        "\"(31.2 E, 121.4 N)\"; wrong-type",
        "\"(31.2N, 121.4E)\"; wrong-type",
        "\"31.2 N, 121.4 E\"; wrong-type",
        "\"(31.2 N,121.4 E)\"; wrong-type",
        "\"( N,  E)\"; wrong-type",
        "\"\"; wrong-type",
        "31.2; wrong-type",
        "[31.2,121.4]; wrong-type",
      })
  void readsPositions(String arm, String expected) {
    assertThat(outcome(readValue("Location", "any", arm))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"DriverFront\":true,\"TrunkRear\":false}; true|-|-|-|-|false",
        "{\"DriverFront\":\"TRUE\",\"Window\":{}}; true|-|-|-|-|-",
        "{\"DriverRear\":null,\"DriverFront\":false}; false|-|-|-|-|-",
        "\"DriverFront|TrunkRear\"; true|false|false|false|false|true",
        "\"\"; false|false|false|false|false|false",
        "{}; invalid",
        "{\"DriverRear\":null}; invalid",
        "{\"driverFront\":true}; invalid",
        "\"<invalid>\"; invalid",
        "{\"DriverFront\":1}; wrong-type",
        "{\"DriverFront\":{\"a\":true},\"DriverRear\":true}; wrong-type",
        "{\"DriverFront\":true,\"DriverFront\":true}; wrong-type",
        "\"DriverFront|Roof\"; wrong-type",
        "\"DriverFront|\"; wrong-type",
        "true; wrong-type",
        "[true]; wrong-type",
      })
  void readsDoorsByTheirNames(String arm, String expected) {
    assertThat(outcome(readValue("DoorState", "any", arm)).replace("DoorState=", ""))
        .isEqualTo(expected);
  }
}
