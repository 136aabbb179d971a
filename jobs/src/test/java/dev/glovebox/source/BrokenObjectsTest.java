package dev.glovebox.source;

import static dev.glovebox.source.Archives.flip;
import static dev.glovebox.source.Archives.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed objects, whole and broken. What can be read is read, what is broken is said once. */
class BrokenObjectsTest {
  private static final int SEED = 41;

  enum Compression {
    GZIP(".jsonl.gz"),
    ZSTD(".jsonl.zst");

    final String suffix;

    Compression(String suffix) {
      this.suffix = suffix;
    }

    byte[] compress(String text) {
      byte[] plain = text.getBytes(UTF_8);
      return this == GZIP ? Archives.gzip(plain) : Archives.zstd(plain);
    }

    List<Message> read(byte[] stored) {
      return Readings.read(stored, "object" + suffix);
    }
  }

  private static String records(int count) {
    Random random = new Random(SEED);
    return IntStream.range(0, count)
        .mapToObj(i -> Readings.item("PackVoltage", "{\"a\":" + random.nextInt(1000) + "}"))
        .map(item -> Readings.record(item) + "\n")
        .collect(Collectors.joining());
  }

  private static void assertWhole(List<Message> messages, int count) {
    assertThat(messages).hasSize(count).allMatch(message -> message.rejection() == null);
  }

  /** Asserts that the last message, and no other, says that the object is broken. */
  private static void assertTruncated(List<Message> messages) {
    Message last = messages.get(messages.size() - 1);
    assertThat(last.rejection()).isEqualTo(Rejection.TRUNCATED_OBJECT);
    assertThat(last.position()).isZero();
    assertThat(last.kind()).isEqualTo(RecordKind.UNKNOWN);
    assertThat(last.values()).isZero();
    assertThat(messages.subList(0, messages.size() - 1))
        .allMatch(message -> message.rejection() == null && message.position() > 0);
  }

  @ParameterizedTest
  @EnumSource
  void readsConcatenatedMembers(Compression compression) {
    byte[] one = compression.compress(records(3));
    byte[] empty = compression.compress("");
    assertWhole(compression.read(one), 3);
    assertWhole(compression.read(join(one, one, empty, one)), 9);
    assertWhole(compression.read(empty), 0);
  }

  @ParameterizedTest
  @EnumSource
  void joinsALineThatLiesAcrossTwoMembers(Compression compression) {
    String text = records(1);
    byte[] stored =
        join(compression.compress(text.substring(0, 30)), compression.compress(text.substring(30)));
    assertWhole(compression.read(stored), 1);
  }

  @ParameterizedTest
  @EnumSource
  void saysOnceThatAnObjectIsTruncatedWhereverItIsCut(Compression compression) {
    String text = records(5);
    byte[] first = compression.compress(text);
    byte[] stored = join(first, first);
    for (int length = 0; length < stored.length; length++) {
      List<Message> messages = compression.read(Arrays.copyOf(stored, length));
      if (length == first.length) {
        assertWhole(messages, 5);
      } else {
        assertTruncated(messages);
        assertThat(messages.size()).isGreaterThan(length > first.length ? 5 : 0);
      }
    }
  }

  @Test
  void keepsEveryLineBeforeTheCut() {
    String text = records(2000);
    byte[] stored = Archives.gzip(text.getBytes(UTF_8));
    List<Message> messages = Compression.GZIP.read(Arrays.copyOf(stored, stored.length - 9));
    assertTruncated(messages);
    assertThat(messages.size()).isGreaterThanOrEqualTo(2000);
  }

  @Test
  void givesTheUnfinishedLineToTheTruncatedObject() {
    String text = records(1);
    String cut = text + text.substring(0, 40);
    byte[] stored = Archives.gzip(cut.getBytes(UTF_8));
    List<Message> messages = Compression.GZIP.read(Arrays.copyOf(stored, stored.length - 4));
    assertTruncated(messages);
    assertThat(messages).hasSize(2);
    assertThat(messages.get(1).raw()).isEqualTo(text.substring(0, 40));
  }

  @Test
  void readsAnUnfinishedLineThatIsWholeAsARecord() {
    String text = records(2).strip();
    byte[] stored = Archives.gzip(text.getBytes(UTF_8));
    List<Message> messages = Compression.GZIP.read(Arrays.copyOf(stored, stored.length - 4));
    assertTruncated(messages);
    assertThat(messages).hasSize(3);
    assertThat(messages.get(2).raw()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void keepsAllLinesOfAnObjectWhoseChecksumDiffers(Compression compression) {
    byte[] stored = compression.compress(records(3000));
    int checksum = compression == Compression.GZIP ? stored.length - 8 : stored.length - 4;
    List<Message> messages = compression.read(flip(stored, checksum));
    assertTruncated(messages);
    assertThat(messages).hasSize(3001);
  }

  @Test
  void reportsAGzipMemberOfAnotherLengthThanItSays() {
    byte[] stored = Archives.gzip(records(3).getBytes(UTF_8));
    assertTruncated(Compression.GZIP.read(flip(stored, stored.length - 1)));
  }

  @ParameterizedTest
  @EnumSource
  void reportsTrailingGarbage(Compression compression) {
    byte[] stored = compression.compress(records(3));
    for (String garbage : List.of("\0", "\0\0\0\0\0\0\0\0", "{}\n", "garbage that is longer")) {
      List<Message> messages = compression.read(join(stored, garbage.getBytes(UTF_8)));
      assertTruncated(messages);
      assertThat(messages).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsAnObjectThatIsNotCompressedAtAll(Compression compression) {
    List<Message> messages = compression.read(records(3).getBytes(UTF_8));
    assertTruncated(messages);
    assertThat(messages).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("never fails on turned bits and accounts for every line, seed " + SEED)
  void neverFailsOnTurnedBits(Compression compression) {
    byte[] stored = compression.compress(records(20));
    Random random = new Random(SEED);
    for (int i = 0; i < stored.length; i++) {
      List<Message> messages = compression.read(flip(stored, random.nextInt(stored.length)));
      long aboutTheObject = messages.stream().filter(message -> message.position() == 0).count();
      assertThat(aboutTheObject).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void readsGzipHeadersWithEveryOptionalPart() {
    byte[] stored = Archives.gzip(records(2).getBytes(UTF_8));
    byte[] header = {0x1F, (byte) 0x8B, 8, 0x1E, 1, 2, 3, 4, 0, 3, 2, 0, 'x', 'y', 'n', 0, 'c', 0};
    CRC32 checksum = new CRC32();
    checksum.update(header);
    byte[] sum = {(byte) checksum.getValue(), (byte) (checksum.getValue() >>> 8)};
    byte[] body = Arrays.copyOfRange(stored, 10, stored.length);
    assertWhole(Compression.GZIP.read(join(header, sum, body)), 2);
    assertTruncated(Compression.GZIP.read(join(header, flip(sum, 0), body)));
    assertTruncated(Compression.GZIP.read(join(flip(stored, 3), new byte[0])));
  }

  @ParameterizedTest
  @EnumSource
  void passesFailuresOfTheStorageOn(Compression compression) {
    byte[] stored = compression.compress(records(50));
    for (IOException failure :
        List.of(new EOFException("lost"), new ZipException("lost"), new IOException("lost"))) {
      InputStream failing = failingAfter(Arrays.copyOf(stored, stored.length / 2), failure);
      assertThatThrownBy(() -> Readings.read(failing, "object" + compression.suffix))
          .isInstanceOf(UncheckedIOException.class)
          .hasCause(failure)
          .hasMessageContaining("lost");
    }
  }

  @Test
  void passesFailuresOfTheStorageOnForPlainObjects() {
    IOException failure = new IOException("lost");
    InputStream failing = failingAfter(records(3).getBytes(UTF_8), failure);
    assertThatThrownBy(() -> Readings.read(failing, "object.jsonl"))
        .isInstanceOf(UncheckedIOException.class)
        .hasCause(failure)
        .hasMessageContaining("lost");
  }

  @Test
  void closesTheObjectWhenTheStorageFails() {
    boolean[] closed = new boolean[1];
    InputStream failing =
        new FilterInputStream(failingAfter(new byte[0], new IOException("lost"))) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    assertThatThrownBy(() -> Readings.read(failing, "object.jsonl.zst"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("lost");
    assertThat(closed[0]).isTrue();
  }

  private static InputStream failingAfter(byte[] bytes, IOException failure) {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
          }
        };
    return new SequenceInputStream(new ByteArrayInputStream(bytes), failing);
  }

  @ParameterizedTest
  @EnumSource
  void closesTheObjectAfterItsLastMessage(Compression compression) {
    boolean[] closed = new boolean[1];
    InputStream stored =
        new ByteArrayInputStream(compression.compress(records(2))) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Readings.read(stored, "object" + compression.suffix);
    assertThat(closed[0]).isTrue();
  }

  @Test
  void takesAPlainObjectThatEndsMidLineForABrokenRecord() {
    String text = records(2);
    List<Message> messages = Readings.readText(text.substring(0, text.length() - 30));
    assertThat(messages)
        .extracting(Message::rejection)
        .containsExactly(null, Rejection.BROKEN_RECORD);
    assertThat(Readings.readText("")).isEmpty();
  }

  @Test
  void readsOnAfterALineThatIsTooLong() {
    String tooLong =
        Readings.record(
            Readings.item("VehicleName", "{\"a\":\"" + "x".repeat(Readings.LINE_BYTES) + "\"}"));
    byte[] stored = Archives.gzip((records(1) + tooLong + "\n" + records(1)).getBytes(UTF_8));
    List<Message> messages = Compression.GZIP.read(stored);
    assertThat(messages)
        .extracting(Message::rejection)
        .containsExactly(null, Rejection.TOO_LONG, null);
    assertThat(messages.get(1).position()).isEqualTo(2);
    assertThat(messages.get(1).raw()).isEqualTo(tooLong.substring(0, 4096));
  }
}
