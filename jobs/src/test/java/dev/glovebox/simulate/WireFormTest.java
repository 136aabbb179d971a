package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Part;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireFormTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Written CLEAN =
      Written.of(
          FleetOptions.clean(24, 2, 5)
              .withRate(Rate.ALERTS, 0.02)
              .withRate(Rate.ERRORS, 0.02)
              .withRate(Rate.METRICS, 0.02)
              .withRate(Rate.OLDER_FIRMWARE, 0.5)
              .withRate(Rate.FIRMWARE_UPDATE, 0.5)
              .withRate(Rate.ARM_DRIFT, 0.05));
  private static final List<JsonNode> RECORDS =
      CLEAN.lines().stream().map(WireFormTest::parsed).toList();

  @Test
  void writesOneRecordALine() {
    assertThat(RECORDS).hasSize((int) CLEAN.truth().total().messages());
    assertThat(RECORDS)
        .allSatisfy(
            record -> {
              assertThat(record.get("vin").textValue()).hasSize(17);
              assertThat(Instant.parse(record.get("createdAt").textValue())).isNotNull();
            });
  }

  @Test
  void mixesTheKinds() {
    Map<String, Long> kinds =
        RECORDS.stream()
            .collect(
                Collectors.groupingBy(WireFormTest::kind, TreeMap::new, Collectors.counting()));

    assertThat(kinds)
        .containsOnlyKeys("alerts", "connectivity", "data", "errors", "metrics")
        .hasEntrySatisfying("data", number -> assertThat(number).isGreaterThan(20_000));
  }

  @Test
  void sendsMoreThanSixtyFields() {
    assertThat(items().map(WireFormTest::key).distinct().count()).isGreaterThan(60);
  }

  @Test
  void sendsOnlyFieldsThatTheCatalogueKnows() {
    assertThat(Stream.of(FleetSignal.values()))
        .allSatisfy(signal -> assertThat(Written.FIELDS.find(signal.sent)).isNotNull());
  }

  static Stream<FleetSignal> enumerations() {
    return Stream.of(FleetSignal.values()).filter(signal -> signal.bare.length > 0);
  }

  @ParameterizedTest
  @MethodSource("enumerations")
  void namesOnlyValuesThatTheCatalogueAllows(FleetSignal signal) {
    Field field = Written.FIELDS.find(signal.sent);
    Part part = field.parts().get(0);
    for (int i = 0; i < signal.bare.length; i++) {
      String name = new String(signal.bare[i], StandardCharsets.US_ASCII);
      assertThat(part.signal().values()).contains(name);
      assertThat(signal.prefixed[i]).asString().isEqualTo(part.prefix() + name);
    }
  }

  @Test
  void sendsOneValueInOneArm() {
    assertThat(items())
        .allSatisfy(item -> assertThat(item.get("value").size()).isEqualTo(1))
        .hasSizeGreaterThan(100_000);
  }

  @Test
  void letsTheArmOfAFieldDrift() {
    assertThat(arms("VehicleSpeed"))
        .containsExactlyInAnyOrder("doubleValue", "floatValue", "stringValue");
    assertThat(arms("Gear")).contains("shiftStateValue", "stringValue");
    assertThat(arms("Location")).containsExactlyInAnyOrder("locationValue", "stringValue");
    assertThat(arms("TpmsLastSeenPressureTimeFl")).contains("longValue", "stringValue");
    assertThat(arms("ScheduledChargingStartTime")).contains("timeValue", "stringValue");
    assertThat(arms("MilesSinceReset")).contains("doubleValue");
  }

  @Test
  void sendsLongsAsText() {
    assertThat(items())
        .filteredOn(item -> item.get("value").has("longValue"))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(item.get("value").get("longValue").isTextual()).isTrue());
  }

  @Test
  void sendsInMostMessagesOnlyWhatChanged() {
    List<Integer> sizes =
        RECORDS.stream()
            .filter(record -> record.has("data"))
            .map(record -> record.get("data").size())
            .sorted()
            .toList();

    assertThat(sizes.get(sizes.size() / 2)).isLessThan(25);
    assertThat(sizes.get(sizes.size() - 1)).isGreaterThan(50);
  }

  @Test
  void hasEachVehicleAndInstantOnce() {
    Set<String> seen = new HashSet<>();
    List<String> again = new ArrayList<>();
    for (JsonNode record : RECORDS) {
      if (record.has("data") && !seen.add(record.get("vin") + "" + record.get("createdAt"))) {
        again.add(record.get("createdAt").textValue());
      }
    }
    assertThat(again).isEmpty();
  }

  private static Stream<JsonNode> items() {
    return RECORDS.stream()
        .filter(record -> record.has("data"))
        .flatMap(
            record ->
                Stream.iterate(0, i -> i < record.get("data").size(), i -> i + 1)
                    .map(i -> record.get("data").get(i)));
  }

  private static Set<String> arms(String key) {
    Set<String> arms = new TreeSet<>();
    items()
        .filter(item -> key(item).equals(key))
        .forEach(item -> item.get("value").fieldNames().forEachRemaining(arms::add));
    return arms;
  }

  private static String key(JsonNode item) {
    return item.get("key").textValue();
  }

  private static String kind(JsonNode record) {
    return Stream.of("data", "alerts", "errors", "metrics", "status")
        .filter(record::has)
        .map(name -> name.equals("status") ? "connectivity" : name)
        .collect(Collectors.joining("+"));
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + line, e);
    }
  }
}
