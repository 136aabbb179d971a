package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link RecordDecoder}, its plain twin; {@link DecoderFuzzTest} has one more. */
class RegularDecoderTest {

  private static final RawObject ABOUT = new RawObject("plain", Readings.LATEST_MICROS);

  private final RegularDecoder regular = new RegularDecoder(Readings.FIELDS, ABOUT);
  private final RecordDecoder plain = new RecordDecoder(Readings.FIELDS, ABOUT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"key\":\"Soc\",\"value\":{\"doubleValue\":71.25}}]",
        "[{\"key\":\"Soc\",\"value\":{\"stringValue\":\"71.25\"}}]",
        "[{\"key\":\"Odometer\",\"value\":{\"any\":\"0.000000000000001\"}}]",
        "[{\"key\":\"PackVoltage\",\"value\":{\"any\":123456789012345}}]",
        "[{\"key\":\"OutsideTemp\",\"value\":{\"any\":-0}}]",
        "[{\"key\":\"Gear\",\"value\":{\"shiftStateValue\":\"ShiftStateD\"}}]",
        "[{\"key\":\"Gear\",\"value\":{\"stringValue\":\"D\"}}]",
        "[{\"key\":\"LocatedAtHome\",\"value\":{\"booleanValue\":true}}]",
        "[{\"key\":\"LocatedAtHome\",\"value\":{\"stringValue\":\"false\"}}]",
        "[{\"key\":\"Location\",\"value\":{\"l\":{\"latitude\":31.2,\"longitude\":-0.5}}}]",
        "[{\"key\":\"Location\",\"value\":{\"l\":{\"longitude\":31.2,\"latitude\":-0.5}}}]",
        "[{\"key\":\"VehicleName\",\"value\":{\"stringValue\":\"a {\\\"b\\\\\"}}]",
        "[{\"key\":\"Unheard\",\"value\":{\"more\":[1,{\"}\":2}]}}]",
        "[ {\"key\": \"Soc\", \"value\": {\"doubleValue\": 7}},"
            + " {\"key\":\"Gear\",\"value\":{\"a\":\"D\"}} ]",
        "[{\"key\":\"Soc\",\"value\":{\"invalid\":true}}]",
        "[{\"key\":\"Soc\",\"value\":{\"doubleValue\":1e2}}]",
        "[{\"key\":\"Soc\",\"value\":{\"doubleValue\":1234}}]",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1,\"b\":2}}]"
      })
  void readsWhatIsRegularAsThePlainOneDoes(String data) {
    Line line = line("{\"data\":" + data + Readings.ENDING);

    Message read = regular.decode(line);

    assertThat(read).isNotNull();
    assertThat(Reading.of(read)).isEqualTo(Reading.of(plain.decode(line)));
    assertThat(read.position()).isEqualTo(line.position());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"key\":\"Soc\",\"value\":{\"a\":01}}]",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1.}}]",
        "[{\"key\":\"Soc\",\"value\":{\"a\":+1}}]",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1}]}",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1}},]",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1,}}]",
        "[{\"key\":\"Unheard\",\"value\":{\"a\":tru}}]",
        "[{\"key\":\"Unheard\",\"value\":[1}}]",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1},\"key\":\"Soc\"}]",
        "[{\"value\":{\"a\":1},\"key\":\"Soc\"}]",
        "[{\"key\":\"So\\u0063\",\"value\":{\"a\":1}}]",
        "[{\"key\":\"Soc\",\"value\":null}]",
        "[]",
        "[],\"data\":[]",
        "null",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1}}],\"vin\":\"X\"",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1}}],\"createdAt\":\"2026-01-02T03:04:05Z\"",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1}}],\"status\":\"x\"",
        "[{\"key\":\"Soc\",\"value\":{\"a\":1}}],\"isResend\":1"
      })
  void leavesDoubtsToThePlainOne(String data) {
    assertThat(regular.decode(line("{\"data\":" + data + Readings.ENDING))).isNull();
  }

  @Test
  void leavesWhatComesAfterTheRecordToThePlainOne() {
    String record = Readings.record(Readings.item("Soc", "{\"a\":1}"));

    assertThat(regular.decode(line(record + " "))).isNotNull();
    assertThat(regular.decode(line(record + "}"))).isNull();
    assertThat(regular.decode(line(record.substring(0, record.length() - 1)))).isNull();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {31, 32, 33})
  void agreesWithThePlainOneOnAnyRecord(int seed) {
    RecordMaker maker = new RecordMaker(new Random(seed));
    int readHere = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] bytes = maker.line();
      Message read = regular.decode(line(bytes));
      if (read != null) {
        readHere++;
        assertThat(Reading.of(read))
            .as(new String(bytes, UTF_8))
            .isEqualTo(Reading.of(plain.decode(line(bytes))));
      }
    }
    assertThat(readHere).isGreaterThan(2_000);
  }

  private static Line line(String text) {
    return line(text.getBytes(UTF_8));
  }

  /** In the middle of other bytes, as the buffer of lines holds it. */
  private static Line line(byte[] bytes) {
    byte[] buffer = Archives.join("{\"\n".getBytes(UTF_8), bytes, "\n}\"".getBytes(UTF_8));
    boolean ascii = true;
    for (byte each : bytes) {
      ascii &= each >= 0;
    }
    Line.Encoding encoding = ascii ? Line.Encoding.ASCII : Line.Encoding.OTHER;
    return new Line(buffer, 3, 3 + bytes.length, 7, Line.Extent.WHOLE, encoding);
  }
}
