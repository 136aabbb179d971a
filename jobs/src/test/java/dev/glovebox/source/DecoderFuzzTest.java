package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes: no exception, every line accounted for, the counts add up. */
class DecoderFuzzTest {

  private static void assertAddsUp(Message message) {
    if (message.rejection() != null) {
      assertThat(message.raw()).isNotNull();
      assertThat(message.raw().getBytes(UTF_8).length).isLessThanOrEqualTo(4096);
      assertThat(message.content()).isEmpty();
      assertThat(message.rejectedValues()).isEmpty();
      return;
    }
    int entries = Reading.of(message).content().size();
    int rejected = message.rejectedValues().size();
    assertThat(entries + message.unlisted() + message.unpublished() + rejected)
        .isEqualTo(message.values())
        .isPositive();
    assertThat(message.vin()).isNotBlank();
    assertThat(message.capturedAtMicros()).isNotEqualTo(Message.NO_INSTANT);
    assertThat(message.rejectedValues())
        .allMatch(value -> value.raw().getBytes(UTF_8).length <= 4096);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void agreesWithThePlainTwinOnAnyRecord(int seed) {
    RecordMaker maker = new RecordMaker(new Random(seed));
    Set<Rejection> met = EnumSet.noneOf(Rejection.class);
    for (int i = 0; i < 4000; i++) {
      byte[] line = maker.line();
      List<Message> messages = Readings.read(line, "plain");
      String shown = new String(line, UTF_8);
      if (!shown.isBlank() && shown.indexOf('\n') < 0) {
        byte[] stripped = stripped(line);
        assertThat(messages).as(shown).hasSize(1);
        assertThat(Reading.of(messages.get(0))).as(shown).isEqualTo(TwinDecoder.decode(stripped));
      }
      messages.forEach(DecoderFuzzTest::assertAddsUp);
      messages.stream()
          .flatMap(message -> message.rejectedValues().stream())
          .forEach(value -> met.add(value.reason()));
      messages.stream()
          .filter(message -> message.rejection() != null)
          .forEach(message -> met.add(message.rejection()));
    }
    assertThat(met)
        .contains(
            Rejection.BROKEN_RECORD,
            Rejection.NO_VIN,
            Rejection.NO_INSTANT,
            Rejection.CLOCK_AHEAD,
            Rejection.NO_VALUES,
            Rejection.INVALID,
            Rejection.WRONG_TYPE,
            Rejection.OUT_OF_RANGE);
  }

  /** What the splitting into lines takes off. */
  private static byte[] stripped(byte[] line) {
    String text = new String(line, ISO_8859_1);
    String marked = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
    return (marked.endsWith("\r") ? marked.substring(0, marked.length() - 1) : marked)
        .getBytes(ISO_8859_1);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {11, 12, 13})
  void accountsForEveryLineOfAnyBytes(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 700; i++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = random.nextInt(40) == 0 ? (byte) '\n' : bytes[j];
      }
      List<Message> messages = Readings.read(bytes, "plain");
      messages.forEach(DecoderFuzzTest::assertAddsUp);
      assertThat(messages).allMatch(message -> message.rejection() == Rejection.BROKEN_RECORD);
      assertThat(messages.stream().mapToLong(Message::position))
          .containsExactlyElementsOf(full(bytes));
      Readings.read(bytes, "any.gz").forEach(DecoderFuzzTest::assertAddsUp);
      Readings.read(bytes, "any.zst").forEach(DecoderFuzzTest::assertAddsUp);
    }
  }

  /** The numbers of the lines that are not blank. */
  private static List<Long> full(byte[] bytes) {
    String[] lines = new String(bytes, ISO_8859_1).split("\n", -1);
    return LongStream.rangeClosed(1, lines.length)
        .filter(position -> !lines[(int) position - 1].matches("[ \t\r]*"))
        .boxed()
        .toList();
  }

  @Test
  @DisplayName("reads the lines around any ruin, seed 21")
  void readsTheLinesAroundAnyRuin() {
    RecordMaker maker = new RecordMaker(new Random(21));
    String sound = Readings.record(Readings.item("Soc", "{\"doubleValue\":7}"));
    byte[] soundLine = ("\n" + sound + "\n").getBytes(UTF_8);
    byte[][] ruins = IntStream.range(0, 3000).mapToObj(i -> maker.line()).toArray(byte[][]::new);
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] ruin : ruins) {
      joined.writeBytes(ruin);
      joined.writeBytes(soundLine);
    }
    for (String name : new String[] {"plain", "a.gz", "a.zst"}) {
      byte[] plain = joined.toByteArray();
      byte[] stored =
          switch (name) {
            case "a.gz" -> Archives.gzip(plain);
            case "a.zst" -> Archives.zstd(plain);
            default -> plain;
          };
      List<Message> messages = Readings.read(stored, name);
      long read =
          messages.stream()
              .filter(message -> message.kind() == RecordKind.VEHICLE_DATA)
              .filter(message -> Readings.values(message).equals(List.of("Soc=7.0")))
              .count();
      assertThat(read).isEqualTo(3000);
      messages.forEach(DecoderFuzzTest::assertAddsUp);
    }
  }
}
