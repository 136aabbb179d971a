package dev.glovebox.source;

import static dev.glovebox.source.Readings.outcome;
import static dev.glovebox.source.Readings.readValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Yes and no, names, text, instants and times of day. */
class TextAndTimeDecodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "true; LocatedAtHome=true",
        "\"True\"; LocatedAtHome=true",
        "\"FALSE\"; LocatedAtHome=false",
        "\"yes\"; wrong-type",
        "1; wrong-type",
        "\"\"; wrong-type",
        "{}; wrong-type",
        "\"<invalid>\"; invalid",
      })
  void readsBooleans(String arm, String expected) {
    assertThat(outcome(readValue("LocatedAtHome", "any", arm))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"ShiftStateD\"; Gear=D",
        "\"D\"; Gear=D",
        "\"ShiftStateSNA\"; Gear=SNA",
        "\"d\"; out-of-range",
        "\"ShiftStateB\"; out-of-range",
        "\"ShiftState\"; out-of-range",
        "\"ShiftStateShiftStateD\"; out-of-range",
        "\"\"; out-of-range",
        "4; wrong-type",
        "true; wrong-type",
        "[]; wrong-type",
        "\"<invalid>\"; invalid",
      })
  void readsNamesOfAnEnumerationWithoutTheirPrefix(String arm, String expected) {
    assertThat(outcome(readValue("Gear", "any", arm))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"\u5c0f\u767d\"; VehicleName=\u5c0f\u767d",
        "\"a\\ud83d\\ude97\"; VehicleName=a\ud83d\ude97",
        "\"NaN\"; VehicleName=NaN",
        "\"\"; VehicleName=",
        "1.50; VehicleName=1.50",
        "true; VehicleName=true",
        "\"\\ud83d\"; wrong-type",
        "{}; wrong-type",
        "[\"a\"]; wrong-type",
        "NaN; invalid",
      })
  void keepsTextAsItIsSent(String arm, String expected) {
    assertThat(outcome(readValue("VehicleName", "any", arm))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1767323045; 1767323045000000",
        "\"1767323045\"; 1767323045000000",
        "1767323045.0; 1767323045000000",
        "\"2026-01-02T03:04:05.678Z\"; 1767323045678000",
        "\"2026-01-02T11:04:05+08:00\"; 1767323045000000",
        "0; 0",
        "-62135596801; out-of-range",
        "253402300800; out-of-range",
        "9223372036854775807; out-of-range",
        "1767323045.5; wrong-type",
        "\"today\"; wrong-type",
        "true; wrong-type",
        "{\"seconds\":1}; wrong-type",
        "\"NaN\"; invalid",
      })
  void readsInstants(String arm, String expected) {
    String outcome = outcome(readValue("TpmsLastSeenPressureTimeFl", "any", arm));
    assertThat(outcome.replace("TpmsLastSeenPressureTimeFl=", "")).isEqualTo(expected);
  }

  @Test
  void readsInstantsInTheUnitOfTheCatalogue() {
    assertThat(outcome(readValue("SoftwareUpdateScheduledStartTime", "any", "1767323045678")))
        .isEqualTo("SoftwareUpdateScheduledStartTime=1767323045678000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"hour\":22,\"minute\":30,\"second\":0}; 22:30:00",
        "{\"second\":9,\"minute\":\"05\",\"hour\":0,\"zone\":{}}; 00:05:09",
        "\"07:08:09\"; 07:08:09",
        "{\"hour\":24,\"minute\":0,\"second\":0}; out-of-range",
        "{\"hour\":-1,\"minute\":0,\"second\":0}; out-of-range",
        "\"23:60:00\"; out-of-range",
        "{\"hour\":22,\"minute\":30}; invalid",
        "{\"hour\":22,\"minute\":30,\"second\":null}; invalid",
        "{}; invalid",
        "{\"hour\":22.5,\"minute\":30,\"second\":0}; wrong-type",
        "{\"hour\":1,\"hour\":2,\"minute\":30,\"second\":0}; wrong-type",
        "{\"hour\":[1],\"minute\":30,\"second\":0}; wrong-type",
        "\"7:08:09\"; wrong-type",
        "\"07-08-09\"; wrong-type",
        "\"07:08\"; wrong-type",
        "1350; wrong-type",
      })
  void readsTimesOfDay(String arm, String expected) {
    String outcome = outcome(readValue("ScheduledChargingStartTime", "any", arm));
    assertThat(outcome.replace("ScheduledChargingStartTime=", "")).isEqualTo(expected);
  }
}
