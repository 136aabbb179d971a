package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleFileTest {
  private static final String VIN = "5YJ3E1EA0PF000001";
  private static final long INSTANT_MICROS = 1_767_323_045_678_000L;

  private static List<Message> messages;

  @BeforeAll
  static void readSample() throws IOException {
    try (InputStream sample = SampleFileTest.class.getResourceAsStream("/fleet-telemetry.jsonl")) {
      messages = Readings.read(sample.readAllBytes(), "date=2026-01-02/hour=03/sample.jsonl");
    }
  }

  @Test
  void givesOneMessageForEachLine() {
    assertThat(messages)
        .extracting(Message::position, Message::kind, Message::values)
        .containsExactly(
            tuple(1L, RecordKind.VEHICLE_DATA, 12),
            tuple(2L, RecordKind.ALERTS, 1),
            tuple(3L, RecordKind.ERRORS, 1),
            tuple(4L, RecordKind.CONNECTIVITY, 1),
            tuple(5L, RecordKind.METRICS, 1),
            tuple(6L, RecordKind.VEHICLE_DATA, 0));
    assertThat(messages).allMatch(message -> message.vin().equals(VIN));
    assertThat(messages)
        .allMatch(message -> message.object().equals("date=2026-01-02/hour=03/sample.jsonl"));
    assertThat(messages.subList(0, 5))
        .allMatch(message -> message.capturedAtMicros() == INSTANT_MICROS)
        .allMatch(message -> message.rejection() == null && message.raw() == null);
  }

  @Test
  void readsTheValuesOfVehicleData() {
    assertThat(Readings.values(messages.get(0)))
        .containsExactly(
            "VehicleSpeed=" + 24.854 * 1.609344,
            "Location=37.412374|-122.145867",
            "Gear=D",
            "DetailedChargeState=Charging",
            "DoorState=true|false|false|false|false|false",
            "TpmsLastSeenPressureTimeFl=1767323045000000",
            "ScheduledChargingStartTime=22:30:00",
            "Soc=71.25",
            "CurrentLimitMph=85",
            "LocatedAtHome=false",
            "TpmsHardWarnings=true|false|false|false");
    assertThat(messages.get(0).rejectedValues())
        .containsExactly(
            new RejectedValue(
                "OutsideTemp",
                Rejection.INVALID,
                "{\"key\":\"OutsideTemp\",\"value\":{\"invalid\":true}}"));
  }

  @Test
  void readsAlertsAndConnectivity() {
    assertThat(new String(messages.get(1).content(), UTF_8))
        .isEqualTo(
            "[{\"name\":\"ExampleAlert\",\"audiences\":[\"Customer\",\"Service\"],"
                + "\"started_at\":1767323045678000,\"ended_at\":null}]");
    assertThat(new String(messages.get(3).content(), UTF_8))
        .isEqualTo(
            "{\"connection_id\":\"b2a1-example\",\"status\":\"CONNECTED\","
                + "\"network_interface\":\"wifi\"}");
  }

  @Test
  void countsErrorsAndMetricsAsUnpublished() {
    assertThat(List.of(messages.get(2), messages.get(4)))
        .allMatch(message -> message.unpublished() == 1 && message.content().length == 0);
  }

  @Test
  void rejectsTheLineWithoutAnInstant() {
    assertThat(messages.get(5).rejection()).isEqualTo(Rejection.NO_INSTANT);
    assertThat(messages.get(5).capturedAtMicros()).isEqualTo(Message.NO_INSTANT);
    assertThat(messages.get(5).raw())
        .isEqualTo(
            "{\"data\":[],\"createdAt\":null,\"vin\":\"5YJ3E1EA0PF000001\",\"isResend\":false}");
  }
}
