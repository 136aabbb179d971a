package dev.glovebox.source;

import static dev.glovebox.source.Readings.ENDING;
import static dev.glovebox.source.Readings.readLine;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts, and connects and disconnects. */
class ListedRecordsTest {

  @Test
  void writesAlertsInOneCanonicalForm() {
    Message message =
        readLine(
            "{\"alerts\":[{\"endedAt\":\"2026-01-02T03:04:05.123456789Z\",\"more\":[{}],"
                + "\"startedAt\":\"2026-01-02T11:04:05+08:00\",\"name\":\"\u8b66 \\\"1\\\"\"},"
                + "{\"name\":\"B\",\"audiences\":null,\"startedAt\":null}]"
                + ENDING);
    assertThat(message.kind()).isEqualTo(RecordKind.ALERTS);
    assertThat(message.values()).isEqualTo(2);
    assertThat(new String(message.content(), UTF_8))
        .isEqualTo(
            "[{\"name\":\"\u8b66 \\\"1\\\"\",\"audiences\":[],"
                + "\"started_at\":1767323045000000,\"ended_at\":1767323045123456},"
                + "{\"name\":\"B\",\"audiences\":[],\"started_at\":null,\"ended_at\":null}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "null",
        "[]",
        "{}",
        "{\"name\":null}",
        "{\"name\":7}",
        "{\"name\":{\"a\":1}}",
        "{\"name\":\"\\ud800\"}",
        "{\"name\":\"A\",\"name\":\"A\"}",
        "{\"name\":\"A\",\"audiences\":\"Customer\"}",
        "{\"name\":\"A\",\"audiences\":[\"Customer\",7]}",
        "{\"name\":\"A\",\"audiences\":[null]}",
        "{\"name\":\"A\",\"audiences\":[],\"audiences\":[]}",
        "{\"name\":\"A\",\"startedAt\":\"\"}",
        "{\"name\":\"A\",\"startedAt\":1767323045}",
        "{\"name\":\"A\",\"endedAt\":{\"seconds\":1}}",
        "{\"name\":\"A\",\"endedAt\":\"2026-01-02T03:04:05Z\",\"endedAt\":\"2026\"}",
      })
  void rejectsAMalformedAlertAlone(String alert) {
    Message message = readLine("{\"alerts\":[{\"name\":\"Sound\"}," + alert + "]" + ENDING);
    assertThat(message.rejection()).isNull();
    assertThat(message.values()).isEqualTo(2);
    assertThat(new String(message.content(), UTF_8)).contains("Sound").doesNotContain("},{");
    assertThat(message.rejectedValues())
        .containsExactly(
            new RejectedValue(alert.contains("\"A\"") ? "A" : "", Rejection.WRONG_TYPE, alert));
  }

  @Test
  void readsAConnectWhoseKeysComeInAnyOrder() {
    Message message =
        readLine(
            "{\"networkInterface\":null,\"status\":\"DISCONNECTED\",\"connectionId\":\"\""
                + ENDING);
    assertThat(message.kind()).isEqualTo(RecordKind.CONNECTIVITY);
    assertThat(message.values()).isEqualTo(1);
    assertThat(new String(message.content(), UTF_8))
        .isEqualTo(
            "{\"connection_id\":\"\",\"status\":\"DISCONNECTED\",\"network_interface\":null}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"connectionId\":\"c\"",
        "{\"connectionId\":\"c\",\"status\":null",
        "{\"connectionId\":\"c\",\"status\":1",
        "{\"connectionId\":\"c\",\"status\":\"\\ud800\"",
        "{\"connectionId\":{\"a\":1},\"status\":\"CONNECTED\"",
        "{\"connectionId\":\"c\",\"status\":\"CONNECTED\",\"networkInterface\":[\"wifi\"]",
      })
  void rejectsAConnectOfTheWrongKind(String start) {
    Message message = readLine(start + ENDING);
    assertThat(message.rejection()).isNull();
    assertThat(message.kind()).isEqualTo(RecordKind.CONNECTIVITY);
    assertThat(message.values()).isEqualTo(1);
    assertThat(message.content()).isEmpty();
    assertThat(message.rejectedValues())
        .containsExactly(new RejectedValue("status", Rejection.WRONG_TYPE, start + ENDING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"connectionId", "status", "networkInterface"})
  void takesAConnectThatRepeatsAKeyForBroken(String key) {
    Message message =
        readLine(
            "{\"connectionId\":\"c\",\"status\":\"CONNECTED\",\"networkInterface\":\"wifi\",\""
                + key
                + "\":\"c\""
                + ENDING);
    assertThat(message.rejection()).isEqualTo(Rejection.BROKEN_RECORD);
  }
}
