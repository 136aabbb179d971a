package dev.glovebox.publishing;

import static dev.glovebox.publishing.JudgedReadings.Value.at;
import static dev.glovebox.publishing.JudgedReadings.Value.flag;
import static dev.glovebox.publishing.JudgedReadings.Value.position;
import static dev.glovebox.publishing.JudgedReadings.Value.speed;
import static dev.glovebox.publishing.JudgedReadings.Value.text;
import static dev.glovebox.publishing.JudgedReadings.messages;
import static dev.glovebox.publishing.JudgedReadings.telemetry;
import static dev.glovebox.publishing.JudgedReadings.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.privacy.Policy;
import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.registry.Role;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.RejectedValue;
import dev.glovebox.source.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingFoldTest {

  private static final String NOON = "2026-11-01T04:00:00Z";
  private static final String AFTER_NOON = "2026-11-01T04:05:00Z";
  private static final String LATER = "2026-11-01T04:10:00.000001Z";

  private final JudgedReadings readings = new JudgedReadings();

  @Test
  void mergesMessagesOfOneInstantIntoOneReading() {
    var found =
        readings
            .held("owner-1")
            .sent(NOON, speed(40), at(31, 121))
            .sent(NOON, flag("Locked", true));

    assertThat(telemetry(found.judge()))
        .singleElement()
        .asString()
        .contains("speed_kmh=40.0")
        .contains("locked=true")
        .contains("latitude_deg=31.0");
  }

  @Test
  void publishesRepeatedValueOnce() {
    var found = readings.held("owner-1").sent(NOON, speed(40)).sent(NOON, speed(40)).judge();

    assertThat(telemetry(found)).containsExactly("owner-1 2026-11 {speed_kmh=40.0} []");
    assertThat(values(found))
        .containsExactly("vehicle-data/duplicate/repeated-value=1", "vehicle-data/released=1");
    assertThat(messages(found))
        .containsExactly("vehicle-data/duplicate/repeated-value=1", "vehicle-data/released=1");
  }

  @Test
  void keepsTheFirstOfConflictingValuesAndQuarantinesTheOthers() {
    var found =
        readings
            .held("owner-1")
            .sent(NOON, speed(40))
            .sent(NOON, speed(50))
            .sent(NOON, speed(50))
            .judge();

    assertThat(telemetry(found)).containsExactly("owner-1 2026-11 {speed_kmh=40.0} []");
    assertThat(values(found))
        .containsExactly("vehicle-data/rejected/conflicting-value=2", "vehicle-data/released=1");
    assertThat(JudgedReadings.of(found, Output.QUARANTINE))
        .extracting(row -> row.text(Cell.RAW), row -> row.number(Cell.POSITION))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "{\"key\":\"VehicleSpeed\",\"decoded\":{\"speed_kmh\":50.0}}", 2L),
            org.assertj.core.groups.Tuple.tuple(
                "{\"key\":\"VehicleSpeed\",\"decoded\":{\"speed_kmh\":50.0}}", 3L));
  }

  @Test
  void ranksTheOutcomesOfAMessagesValues() {
    List<RejectedValue> rejected = List.of(new RejectedValue("Soc", Rejection.OUT_OF_RANGE, "{}"));
    var found =
        readings
            .held("owner-1")
            .sent(NOON, rejected, 1, 0, speed(40))
            .sent(NOON, rejected, 1, 0, speed(40))
            .sent(NOON, rejected, 0, 0, speed(40))
            .sent(NOON, rejected, 0, 0)
            .judge();

    assertThat(messages(found))
        .containsExactly(
            "vehicle-data/duplicate/repeated-value=1",
            "vehicle-data/rejected/out-of-range=1",
            "vehicle-data/released=1",
            "vehicle-data/withheld/unlisted-signal=1");
  }

  @Test
  void withholdsPlaceAndRouteInsideASensitivePlaceAndKeepsTheReading() {
    var found =
        readings
            .held("owner-1")
            .sent(NOON, speed(40), at(31.2, 121.4), flag("LocatedAtHome", true))
            .judge();

    assertThat(telemetry(found))
        .containsExactly("owner-1 2026-11 {speed_kmh=40.0} [sensitive-place]");
    assertThat(values(found))
        .containsExactly("vehicle-data/released=1", "vehicle-data/withheld/sensitive-place=2");
  }

  @Test
  void judgesAMessageWithoutPositionByTheLastOne() {
    var found =
        readings
            .held("owner-1")
            .sent(NOON, at(31.2, 121.4))
            .sent(AFTER_NOON, flag("LocatedAtHome", true))
            .sent(LATER, flag("LocatedAtHome", false))
            .judge();

    assertThat(telemetry(found)).isEmpty();
    assertThat(values(found))
        .containsExactly(
            "vehicle-data/withheld/place-unknown=1", "vehicle-data/withheld/sensitive-place=2");
  }

  @Test
  void carriesAPositionForTenMinutesAndNoLonger() {
    var found =
        readings
            .held("owner-1")
            .sent(NOON, at(31, 121))
            .sent("2026-11-01T04:10:00Z", flag("LocatedAtHome", true))
            .sent(LATER, flag("LocatedAtHome", true))
            .judge();

    assertThat(telemetry(found))
        .containsExactly(
            "owner-1 2026-11 {latitude_deg=31.0, longitude_deg=121.0} []",
            "owner-1 2026-11 {located_at_home=true} []");
  }

  @Test
  void carriesAPositionOverMidnightMonthEndAndSale() {
    var found =
        readings
            .held("seller", Role.OWNER, "2020-01-01T00:00:00Z", "2026-11-01T04:03:00Z")
            .held("buyer", Role.OWNER, "2026-11-01T04:03:00Z", null)
            .sent(NOON, at(31, 121))
            .sent(AFTER_NOON, flag("LocatedAtHome", true))
            .sent("2026-11-30T15:59:00Z", at(31, 121))
            .sent("2026-11-30T16:01:00Z", flag("LocatedAtHome", true))
            .judge();

    assertThat(telemetry(found))
        .containsExactly(
            "buyer 2026-11 {located_at_home=true} []",
            "buyer 2026-11 {latitude_deg=31.0, longitude_deg=121.0} []",
            "seller 2026-11 {latitude_deg=31.0, longitude_deg=121.0} []",
            "buyer 2026-12 {located_at_home=true} []");
    assertThat(values(found)).containsExactly("vehicle-data/released=4");
  }

  @Test
  void judgesADestinationByWhereItLiesToo() {
    var found =
        readings
            .held("owner-1")
            .sent(NOON, at(31, 121), position("DestinationLocation", 31.2, 121.4))
            .sent(AFTER_NOON, at(31, 121), position("DestinationLocation", 31.3, 121.5))
            .judge();

    assertThat(values(found))
        .containsExactly("vehicle-data/released=3", "vehicle-data/withheld/sensitive-place=1");
  }

  @Test
  void withholdsARouteThatCannotBeDecoded() {
    var found =
        readings.held("owner-1").sent(NOON, at(31, 121), text("RouteLine", "\u0001")).judge();

    assertThat(values(found))
        .containsExactly("vehicle-data/released=1", "vehicle-data/withheld/place-unknown=1");
  }

  @Test
  void withholdsWhatNobodyOrTwoHold() {
    var found =
        readings
            .held("one", Role.OWNER, "2026-11-01T04:00:00Z", "2026-11-01T04:05:00Z")
            .held("two", Role.OWNER, "2026-11-01T04:04:00Z", "2026-11-01T04:05:00Z")
            .sent("2026-11-01T03:59:59.999999Z", speed(1))
            .sent("2026-11-01T04:00:00Z", speed(2))
            .sent("2026-11-01T04:04:00Z", speed(3))
            .sent("2026-11-01T04:05:00Z", speed(4))
            .judge();

    assertThat(telemetry(found)).containsExactly("one 2026-11 {speed_kmh=2.0} []");
    assertThat(values(found))
        .containsExactly(
            "vehicle-data/released=1",
            "vehicle-data/withheld/ambiguous-tenure=1",
            "vehicle-data/withheld/no-tenure=2");
  }

  @Test
  void knowsWhatAnEarlierDatePublished() {
    var found =
        readings
            .held("owner-1")
            .published(NOON, speed(40), at(31, 121))
            .sent(NOON, speed(40), flag("Locked", true))
            .sent(AFTER_NOON, flag("LocatedAtHome", true))
            .judge();

    assertThat(telemetry(found))
        .containsExactly(
            "owner-1 2026-11 {locked=true} []", "owner-1 2026-11 {located_at_home=true} []");
    assertThat(values(found))
        .containsExactly("vehicle-data/duplicate/repeated-value=1", "vehicle-data/released=2");
  }

  @Test
  void knowsByDigestWhatAnEarlierDateWithheld() {
    var before = new JudgedReadings().held("owner-1").sent(NOON, at(31.2, 121.4)).judge();
    Message note = note(JudgedReadings.of(before, Output.SEEN).get(0));

    var found =
        readings
            .held("owner-1")
            .seen(note)
            .sent(NOON, at(31.2, 121.4))
            .sent(NOON, at(31, 121))
            .sent(AFTER_NOON, flag("LocatedAtHome", true))
            .judge();

    assertThat(values(found))
        .containsExactly(
            "vehicle-data/duplicate/repeated-value=1",
            "vehicle-data/rejected/conflicting-value=1",
            "vehicle-data/withheld/sensitive-place=1");
    assertThat(JudgedReadings.of(found, Output.SEEN)).hasSize(2);
  }

  @Test
  void coarsensWhatItCanAndWithholdsTheRestOfTheClass() throws IOException {
    var found =
        new JudgedReadings(coarsening("{classes: [location]}", "grid-meters: 1000"))
            .held("owner-1")
            .sent(NOON, at(31.00001, 121.00001), flag("LocatedAtHome", true))
            .judge();

    assertThat(telemetry(found))
        .singleElement()
        .asString()
        .contains("{latitude_deg=30.996369, longitude_deg=121.004308}")
        .doesNotContain("located_at_home")
        .endsWith("[not-published]");
    assertThat(values(found))
        .containsExactly("vehicle-data/released=1", "vehicle-data/withheld/not-published=1");
  }

  @Test
  void roundsNumbersToTheStepAndRemembersThemExactly() throws IOException {
    var found =
        new JudgedReadings(coarsening("{classes: [driving]}", "step: 10"))
            .held("owner-1")
            .sent(NOON, speed(43))
            .sent(NOON, speed(44))
            .judge();

    assertThat(telemetry(found)).containsExactly("owner-1 2026-11 {speed_kmh=40.0} []");
    assertThat(values(found))
        .containsExactly("vehicle-data/rejected/conflicting-value=1", "vehicle-data/released=1");
    assertThat(JudgedReadings.of(found, Output.SEEN)).hasSize(1);
  }

  @Test
  void quarantinesNoMoreThanFourKibibytesOfAConflict() {
    String line = "a".repeat(10_000);
    var found =
        readings
            .held("owner-1")
            .sent(NOON, at(31, 121), text("RouteLine", line))
            .sent(NOON, text("RouteLine", line + "b"))
            .judge();

    assertThat(JudgedReadings.of(found, Output.QUARANTINE))
        .singleElement()
        .satisfies(row -> assertThat(row.text(Cell.RAW)).hasSize(4096));
  }

  /** The packaged policy with a rule that makes a class coarser for owners. */
  private static Policy coarsening(String appliesTo, String how) throws IOException {
    String yaml;
    try (var stream = Policy.class.getResourceAsStream(Policy.PACKAGED)) {
      yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    String rule =
        "      - {reason: coarser, basis: test, applies-to: %s, action: coarsen, %s}\n"
            .formatted(appliesTo, how);
    return Policy.parse(yaml.replaceFirst("    rules:\n", "    rules:\n" + rule));
  }

  @Test
  void countsEachAlertAsAValue() {
    String alert = "{\"name\":\"A\",\"audiences\":[],\"started_at\":1,\"ended_at\":null}";
    var found =
        readings
            .held("owner-1")
            .alerts(NOON, "[" + alert + "," + alert.replace("A", "B") + "]", 2)
            .alerts(NOON, "[" + alert + "]", 1)
            .judge();

    assertThat(values(found))
        .containsExactly("alerts/duplicate/repeated-value=1", "alerts/released=2");
    assertThat(messages(found))
        .containsExactly("alerts/duplicate/repeated-value=1", "alerts/released=1");
    assertThat(JudgedReadings.of(found, Output.ALERTS)).hasSize(2);
  }

  @Test
  void countsForEachHolderAndDay() {
    var found =
        readings
            .held("owner-1")
            .sent("2026-11-01T15:59:59Z", speed(1), flag("DriverSeatOccupied", true))
            .sent("2026-11-01T16:00:00Z", speed(2))
            .judge();

    assertThat(JudgedReadings.of(found, Output.COMPLETENESS))
        .extracting(
            row -> row.number(Cell.EVENT_DATE),
            row -> row.text(Cell.OUTCOME),
            row -> row.text(Cell.REASON),
            row -> row.number(Cell.VALUES))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(20758L, "released", null, 1L),
            org.assertj.core.groups.Tuple.tuple(20758L, "withheld", "other-person", 1L),
            org.assertj.core.groups.Tuple.tuple(20759L, "released", null, 1L));
  }

  /** A row of {@code seen} as the next batch date reads it. */
  private static Message note(Found seen) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int field = JudgedReadings.FIELDS.find(seen.text(Cell.SIGNAL)).id();
    content.writeBytes(ByteBuffer.allocate(4).putInt(0, field).array());
    content.write(dev.glovebox.privacy.PlaceVerdict.valueOf(seen.text(Cell.PLACE)).ordinal());
    content.writeBytes(seen.bytes(Cell.DIGEST));
    return new Message(
        RecordKind.VEHICLE_DATA,
        "",
        0,
        JudgedReadings.VIN,
        seen.number(Cell.CAPTURED_AT),
        0,
        null,
        null,
        content.toByteArray(),
        0,
        0,
        List.of());
  }
}
