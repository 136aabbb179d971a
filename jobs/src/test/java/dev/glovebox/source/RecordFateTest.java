package dev.glovebox.source;

import static dev.glovebox.source.Readings.ENDING;
import static dev.glovebox.source.Readings.VIN;
import static dev.glovebox.source.Readings.readLine;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a whole record be rejected, and in what order the reasons are looked for. */
class RecordFateTest {
  private static final String SPEED = "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":10}}";
  private static final String WHOLE = "{\"data\":[" + SPEED + "]" + ENDING;

  static Stream<String> brokenLines() {
    return Stream.of(
        "not json",
        "{",
        "null",
        "17",
        "\"text\"",
        "[" + WHOLE + "]",
        WHOLE.substring(0, WHOLE.length() - 1),
        WHOLE + " trailing",
        WHOLE + WHOLE,
        WHOLE + ",",
        "{" + ENDING.substring(1),
        WHOLE.replace("\"data\"", "\"dates\""),
        WHOLE.replace("{\"data\"", "{\"alerts\":[],\"data\""),
        WHOLE.replace("{\"data\"", "{\"data\":[],\"data\""),
        WHOLE.replace("{\"data\"", "{\"connectionId\":\"c\",\"data\""),
        WHOLE.replace("{\"data\"", "{\"vin\":\"" + VIN + "\",\"data\""),
        WHOLE.replace("{\"data\"", "{\"createdAt\":null,\"data\""),
        "{\"data\":{}" + ENDING,
        "{\"data\":\"\"" + ENDING,
        "{\"data\":1" + ENDING,
        "{\"alerts\":{}" + ENDING,
        "{\"errors\":true" + ENDING,
        "{\"status\":\"CONNECTED\"" + ENDING,
        "{\"Vin\":\"" + VIN + "\",\"CreatedAt\":\"2026-01-02T03:04:05Z\",\"VehicleSpeed\":1}",
        WHOLE.replace("10", "010"),
        WHOLE.replace("10", "0x10"),
        WHOLE.replace("10", "9".repeat(1001)),
        WHOLE.replace("VehicleSpeed", "Vehicle\u0001Speed"),
        WHOLE.replace("VehicleSpeed", "Vehicle\\xSpeed"),
        WHOLE.replace("10", "[".repeat(2000) + "]".repeat(2000)),
        "{\"ignored\":" + "{\"a\":".repeat(5000),
        WHOLE.replace("{\"data\"", "{'data'"),
        WHOLE.replace("{\"data\"", "{/* */\"data\""));
  }

  @ParameterizedTest
  @MethodSource("brokenLines")
  void takesALineThatIsNotOneRecordForBroken(String line) {
    Message message = readLine(line);
    assertThat(message.rejection()).isEqualTo(Rejection.BROKEN_RECORD);
    assertThat(message.kind()).isEqualTo(RecordKind.UNKNOWN);
    assertThat(message.values()).isZero();
    assertThat(message.vin()).isNull();
    assertThat(message.position()).isEqualTo(1);
    assertThat(message.raw()).isEqualTo(line.substring(0, Math.min(4096, line.length())));
  }

  @Test
  void takesBytesThatAreNotUtf8ForBroken() {
    String[] malformed = {
      "\u00ff", "\u00c0\u0080", "\u00ed\u00a0\u0080", "\u00f8\u0088\u0080", "\u00e4\u00b8"
    };
    for (String bytes : malformed) {
      byte[] line = WHOLE.replace("VehicleSpeed", "V" + bytes).getBytes(ISO_8859_1);
      Message message = Readings.read(line, "plain").get(0);
      assertThat(message.rejection()).isEqualTo(Rejection.BROKEN_RECORD);
      assertThat(message.raw()).contains("\uFFFD");
    }
  }

  @Test
  void takesOtherEncodingsForBroken() {
    assertThat(Readings.read(WHOLE.getBytes(UTF_16LE), "plain"))
        .extracting(Message::rejection)
        .containsExactly(Rejection.BROKEN_RECORD);
  }

  @Test
  void readsKeysInAnyOrderAndIgnoresOthers() {
    String line =
        "{\"isResend\":true,\"vin\":\"v\",\"more\":{\"data\":[1]},\"isResend\":false,"
            + "\"createdAt\":\"2026-01-02T03:04:05Z\",\"data\":["
            + SPEED
            + "],\"status\":7}";
    Message message = readLine(line);
    assertThat(message.rejection()).isNull();
    assertThat(message.vin()).isEqualTo("v");
    assertThat(Readings.values(message)).containsExactly("VehicleSpeed=" + 10 * 1.609344);
  }

  @Test
  void toleratesBlanksAroundARecord() {
    assertThat(readLine(" \t" + WHOLE.replace(",", " ,\t") + " \t\r\n").rejection()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"null", "\"\"", "\" \"", "17", "{}", "[\"v\"]", "\"\\ud800\""})
  void asksForAVehicle(String vin) {
    Message message = readLine(WHOLE.replace("\"" + VIN + "\"", vin));
    assertThat(message.rejection()).isEqualTo(Rejection.NO_VIN);
    assertThat(message.kind()).isEqualTo(RecordKind.VEHICLE_DATA);
    assertThat(message.values()).isEqualTo(1);
    assertThat(message.vin()).isNull();
    assertThat(message.content()).isEmpty();
  }

  @Test
  void asksForAVehicleWhereTheKeyIsMissing() {
    assertThat(readLine(WHOLE.replace("\"vin\"", "\"van\"")).rejection())
        .isEqualTo(Rejection.NO_VIN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"null", "\"\"", "1767323045", "\"yesterday\"", "{}", "\"2026-02-29T00:00:00Z\""})
  void asksForAnInstant(String createdAt) {
    Message message = readLine(WHOLE.replace("\"2026-01-02T03:04:05.678Z\"", createdAt));
    assertThat(message.rejection()).isEqualTo(Rejection.NO_INSTANT);
    assertThat(message.capturedAtMicros()).isEqualTo(Message.NO_INSTANT);
    assertThat(message.vin()).isEqualTo(VIN);
  }

  @Test
  void asksForTheVehicleBeforeTheInstant() {
    assertThat(readLine("{\"data\":[]}").rejection()).isEqualTo(Rejection.NO_VIN);
    assertThat(readLine("{\"data\":[],\"vin\":\"v\"}").rejection()).isEqualTo(Rejection.NO_INSTANT);
  }

  @Test
  void acceptsTheLatestInstantAndNothingAfterIt() {
    String latest = WHOLE.replace("2026-01-02T03:04:05.678Z", "2026-12-31T23:59:59Z");
    assertThat(readLine(latest).rejection()).isNull();
    Message ahead = readLine(latest.replace("59Z", "59.000001Z"));
    assertThat(ahead.rejection()).isEqualTo(Rejection.CLOCK_AHEAD);
    assertThat(ahead.values()).isEqualTo(1);
    assertThat(readLine(latest.replace("59Z", "59.000000999Z")).rejection()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"data", "alerts", "errors", "metrics"})
  void rejectsARecordWithoutValues(String kind) {
    for (String list : new String[] {"[]", "null"}) {
      Message message = readLine("{\"" + kind + "\":" + list + ENDING);
      assertThat(message.rejection()).isEqualTo(Rejection.NO_VALUES);
      assertThat(message.values()).isZero();
      assertThat(message.raw()).startsWith("{\"" + kind);
    }
  }

  @Test
  void looksAtTheClockBeforeItMissesValues() {
    String ahead = "{\"data\":[]" + ENDING.replace("2026-01", "2027-01");
    assertThat(readLine(ahead).rejection()).isEqualTo(Rejection.CLOCK_AHEAD);
  }

  @ParameterizedTest
  @CsvSource({"errors", "metrics"})
  void countsEveryEntryOfKindsThatAreNotPublished(String kind) {
    Message message = readLine("{\"" + kind + "\":[{\"a\":[1,2]},null,7]" + ENDING);
    assertThat(message.rejection()).isNull();
    assertThat(message.kind().code()).isEqualTo(kind);
    assertThat(message.values()).isEqualTo(3);
    assertThat(message.unpublished()).isEqualTo(3);
  }

  @Test
  void cutsTheRawTextBetweenCharacters() {
    Message message = readLine("{\"" + "\u8f66".repeat(3000));
    assertThat(message.raw()).isEqualTo("{\"" + "\u8f66".repeat(4094 / 3));
    assertThat(message.raw().getBytes(UTF_8).length).isEqualTo(4094);
  }
}
