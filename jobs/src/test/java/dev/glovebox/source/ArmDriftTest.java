package dev.glovebox.source;

import static dev.glovebox.source.Readings.item;
import static dev.glovebox.source.Readings.readItems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One value in every arm that a car may send it in decodes to the same bytes. */
class ArmDriftTest {
  private static final int SEED = 5;

  static Stream<Arguments> drifting() {
    return Stream.of(
        Arguments.of(
            "VehicleSpeed",
            List.of(
                "{\"stringValue\":\"24.5\"}",
                "{\"doubleValue\":24.5}",
                "{\"floatValue\":24.5}",
                "{\"floatValue\":2.45e1}",
                "{\"stringValue\":\"24.500\"}")),
        Arguments.of(
            "CurrentLimitMph",
            List.of(
                "{\"intValue\":85}",
                "{\"longValue\":\"85\"}",
                "{\"doubleValue\":85}",
                "{\"floatValue\":85.0}",
                "{\"stringValue\":\"85\"}",
                "{\"stringValue\":\"85.0\"}")),
        Arguments.of(
            "Location",
            List.of(
                "{\"locationValue\":{\"latitude\":37.412374,\"longitude\":-122.145867}}",
                "{\"locationValue\":{\"longitude\":-122.145867,\"latitude\":37.412374}}",
                "{\"stringValue\":\"(37.412374 N, 122.145867 W)\"}")),
        Arguments.of(
            "Gear",
            List.of(
                "{\"shiftStateValue\":\"ShiftStateD\"}",
                "{\"stringValue\":\"ShiftStateD\"}",
                "{\"stringValue\":\"D\"}")),
        Arguments.of(
            "LocatedAtHome",
            List.of(
                "{\"booleanValue\":true}",
                "{\"stringValue\":\"true\"}",
                "{\"stringValue\":\"True\"}")),
        Arguments.of(
            "TpmsLastSeenPressureTimeFl",
            List.of(
                "{\"longValue\":\"1767323045\"}",
                "{\"stringValue\":\"1767323045\"}",
                "{\"intValue\":1767323045}",
                "{\"doubleValue\":1.767323045e9}",
                "{\"stringValue\":\"2026-01-02T03:04:05Z\"}")),
        Arguments.of(
            "ScheduledChargingStartTime",
            List.of(
                "{\"timeValue\":{\"hour\":22,\"minute\":30,\"second\":0}}",
                "{\"stringValue\":\"22:30:00\"}")),
        Arguments.of(
            "DoorState",
            List.of(
                "{\"doorValue\":{\"DriverFront\":true,\"DriverRear\":false,"
                    + "\"PassengerFront\":false,\"PassengerRear\":false,"
                    + "\"TrunkFront\":true,\"TrunkRear\":false}}",
                "{\"stringValue\":\"TrunkFront|DriverFront\"}")));
  }

  @ParameterizedTest
  @MethodSource("drifting")
  void decodesOneValueInEveryArmToTheSameBytes(String signal, List<String> values) {
    byte[] expected = readItems(item(signal, values.get(0))).content();
    assertThat(expected).isNotEmpty();
    for (String value : values) {
      assertThat(readItems(item(signal, value)).content()).as(value).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("decodes numbers and their text to the same bytes, seed " + SEED)
  void decodesNumbersAndTheirTextToTheSameBytes() {
    Random random = new Random(SEED);
    IntStream.range(0, 5000)
        .mapToObj(i -> NumberTextTest.decimal(random))
        .filter(text -> !text.startsWith("+"))
        .forEach(
            text ->
                assertThat(readItems(item("PackVoltage", "{\"a\":" + text + "}")).content())
                    .as(text)
                    .isEqualTo(
                        readItems(item("PackVoltage", "{\"b\":\"" + text + "\"}")).content()));
  }
}
