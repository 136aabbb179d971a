package dev.glovebox.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.request.Request.Kind;
import dev.glovebox.request.Request.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {

  private static final String EXPORT =
      "{\"request_id\":\"r-1\",\"kind\":\"export\",\"owner_id\":\"anna\","
          + "\"received_at\":\"2026-11-04T09:00:00+08:00\"";
  private static final String INCIDENT = EXPORT.replace("export", "incident");

  @Test
  void readsEveryField() {
    Filing filing =
        read(
            EXPORT
                + ",\"vins\":[\"V1\",\"V2\",\"V1\"],\"from\":\"2026-11-01T00:00:00Z\","
                + "\"to\":\"2026-11-02T00:00:00.0000019Z\",\"locale\":\"zh-Hans\"}");

    assertThat(filing.fault()).isEmpty();
    assertThat(filing.asked().request())
        .isEqualTo(
            new Request(
                "r-1",
                Kind.EXPORT,
                "anna",
                Instant.parse("2026-11-04T01:00:00Z"),
                List.of("V1", "V2"),
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-02T00:00:00.000001Z")),
                Optional.empty(),
                Language.SIMPLIFIED_CHINESE));
  }

  @Test
  void takesNullForLeftOut() {
    Filing filing =
        read(EXPORT + ",\"vins\":null,\"from\":null,\"to\":null,\"at\":null,\"locale\":null}");

    assertThat(filing.fault()).isEmpty();
    assertThat(filing.asked()).isEqualTo(read(EXPORT + "}").asked());
    assertThat(filing.asked().language()).isEqualTo(Language.ENGLISH);
    assertThat(filing.asked().vins()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{\"request_id\":\"r-1\"",
        "[]",
        "7",
        "null",
        "{} {}",
        "{\"request_id\":\"r-1\",\"request_id\":\"r-2\"}"
      })
  void answersALineThatIsNoObjectUnderAMadeId(String line) {
    Filing filing = read(line);

    assertThat(filing.fault()).contains(Reason.MALFORMED);
    assertThat(filing.asked().id()).isEqualTo("in_box_2026-11-04.jsonl:3");
    assertThat(filing.asked().kind()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        "a/b",
        "a\\\\b",
        "",
        " ",
        ".",
        "..",
        ".hidden",
        "ends.",
        "a:1",
        "a\\u0000b",
        "a\\nb",
        "r 1",
        "\\u8bf7",
        "-rf"
      })
  void refusesAnIdThatIsNoSafePathElement(String id) {
    Filing filing = read(EXPORT.replace("r-1", id) + "}");

    assertThat(filing.fault()).contains(Reason.UNSAFE_ID);
    assertThat(filing.asked().id()).isEqualTo("in_box_2026-11-04.jsonl:3");
    assertThat(filing.asked().ownerId()).contains("anna");
  }

  @Test
  void refusesAnIdThatIsTooLong() {
    assertThat(read(EXPORT.replace("r-1", "a".repeat(129)) + "}").fault())
        .contains(Reason.UNSAFE_ID);
    assertThat(read(EXPORT.replace("r-1", "a".repeat(128)) + "}").fault()).isEmpty();
    assertThat(read(EXPORT.replace("\"r-1\"", "7") + "}").fault()).contains(Reason.UNSAFE_ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown-key    | ,\"vin\":\"V1\"",
        "unknown-kind   | ,\"kind\":\"exports\"",
        "unknown-kind   | ,\"kind\":7",
        "missing-field  | ,\"owner_id\":null",
        "missing-field  | ,\"received_at\":null",
        "missing-field  | ,\"request_id\":null",
        "missing-field  | ,\"kind\":null",
        "invalid-field  | ,\"owner_id\":\" \"",
        "invalid-field  | ,\"owner_id\":\"a\\u0007\"",
        "invalid-field  | ,\"owner_id\":[\"anna\"]",
        "invalid-field  | ,\"received_at\":\"2026-11-04\"",
        "invalid-field  | ,\"received_at\":\"2026-11-04T09:00:00\"",
        "invalid-field  | ,\"received_at\":1762218000",
        "invalid-field  | ,\"received_at\":\"+999999999-01-01T00:00:00Z\"",
        "invalid-field  | ,\"vins\":[]",
        "invalid-field  | ,\"vins\":\"V1\"",
        "invalid-field  | ,\"vins\":[\"\"]",
        "invalid-field  | ,\"vins\":[7]",
        "invalid-field  | ,\"locale\":\"de\"",
        "invalid-field  | ,\"at\":\"2026-11-01T00:00:00Z\"",
        "empty-period   | ,\"from\":\"2026-11-02T00:00:00Z\",\"to\":\"2026-11-02T00:00:00Z\"",
        "empty-period   | ,\"from\":\"2026-11-02T00:00:00Z\",\"to\":\"2026-11-01T00:00:00Z\"",
      })
  void refusesAnExportWithAReason(String reason, String fields) {
    assertThat(read(replaced(EXPORT, fields) + "}").fault().map(Reason::code)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing-field | ,\"locale\":\"en\"",
        "invalid-field | ,\"at\":\"noon\"",
        "invalid-field | ,\"at\":\"2026-11-05T00:00:00Z\"",
        "invalid-field | ,\"at\":\"2026-11-01T00:00:00Z\",\"from\":\"2026-11-01T00:00:00Z\"",
      })
  void refusesAnIncidentWithAReason(String reason, String fields) {
    assertThat(read(INCIDENT + fields + "}").fault().map(Reason::code)).contains(reason);
    assertThat(read(INCIDENT + ",\"at\":\"2026-11-01T00:00:00Z\"}").fault()).isEmpty();
  }

  @Test
  void saysNothingOfAPerson() {
    Filing filing = read(EXPORT + "}");

    assertThat(filing.toString() + filing.asked().request() + new RequestLine("f", 1, EXPORT))
        .doesNotContain("anna");
  }

  /** A field in place of the one of the same name, where there is one. */
  private static String replaced(String line, String fields) {
    String name = fields.substring(1, fields.indexOf(':') + 1);
    return line.replaceFirst("," + name + "\"[^\"]*\"", "").replaceFirst(name + "\"[^\"]*\",", "")
        + fields;
  }

  private static Filing read(String text) {
    return RequestForm.read(new RequestLine("in box/2026-11-04.jsonl", 3, text));
  }
}
