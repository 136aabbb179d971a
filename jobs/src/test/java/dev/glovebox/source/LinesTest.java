package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.source.Line.Extent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static final int SEED = 31;

  private static List<String> lines(String text, int limit) {
    return lines(new ByteArrayInputStream(text.getBytes(UTF_8)), limit);
  }

  /** Each line as {@code position:text}, with {@code …} behind one that is too long. */
  private static List<String> lines(InputStream plain, int limit) {
    List<String> shown = new ArrayList<>();
    try {
      Lines lines = new Lines(plain, limit);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        String mark = line.extent() == Extent.TOO_LONG ? "\u2026" : "";
        shown.add(line.position() + ":" + line.raw() + mark);
      }
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
    return shown;
  }

  @Test
  void numbersLinesFromOneAndSkipsBlankOnes() {
    assertThat(lines("a\n\n b \n\t \r\n\r\nc", 100)).containsExactly("1:a", "3: b ", "6:c");
    assertThat(lines("a\n", 100)).containsExactly("1:a");
    assertThat(lines("", 100)).isEmpty();
    assertThat(lines("\n \n", 100)).isEmpty();
  }

  @Test
  void toleratesCarriageReturnsAndAByteOrderMark() {
    assertThat(lines("\uFEFFa\r\nb\r\n\uFEFFc\r", 100)).containsExactly("1:a", "2:b", "3:\uFEFFc");
    assertThat(lines("\uFEFF", 100)).isEmpty();
    assertThat(lines("\uFEFF\r\na", 100)).containsExactly("2:a");
  }

  @Test
  void readsALineOfJustTheLimit() {
    assertThat(lines("12345\r\n123456\n12345", 5))
        .containsExactly("1:12345", "2:123456\u2026", "3:12345");
    assertThat(lines("\uFEFF12345\r\nb", 5)).containsExactly("1:12345", "2:b");
  }

  @Test
  void keepsTheFirst4KiBOfALineThatIsTooLongAndReadsOn() {
    String tooLong = "x".repeat(1 << 20);
    assertThat(lines("a\n" + tooLong + "\nb\n" + tooLong, 70_000))
        .containsExactly(
            "1:a", "2:" + "x".repeat(4096) + "\u2026", "3:b", "4:" + "x".repeat(4096) + "\u2026");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 65_530, 65_536, 70_000, 200_000})
  void tellsTooLongFromJustFittingAroundTheBuffer(int limit) {
    String fits = "x".repeat(limit);
    List<String> lines = lines(fits + "\r\n" + fits + "y\n" + fits + "\nz", limit);
    assertThat(lines)
        .extracting(line -> line.endsWith("\u2026"))
        .containsExactly(false, true, false, false);
  }

  @Test
  void holdsNoMoreThanALineOfAnEndlessObject() throws IOException {
    InputStream endless =
        new InputStream() {
          private long rest = 300L << 20;

          @Override
          public int read() {
            return rest-- > 0 ? 'x' : -1;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) 'x');
            rest -= length;
            return rest > 0 ? length : -1;
          }
        };
    Line line = new Lines(endless, 1000).next();
    assertThat(line.extent()).isEqualTo(Extent.TOO_LONG);
    assertThat(line.bytes().length).isLessThan(2000);
  }

  @Test
  @DisplayName("splits text as it was joined, however the reads fall, seed " + SEED)
  void splitsTextAsItWasJoined() {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int position = 1; position <= random.nextInt(40); position++) {
        String line = "\u8f66x".substring(random.nextInt(2)).repeat(random.nextInt(60));
        text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        if (!line.isEmpty()) {
          expected.add(position + ":" + line);
        }
      }
      byte[] bytes = text.toString().getBytes(UTF_8);
      assertThat(lines(new Trickle(bytes, random), 1 << 20)).isEqualTo(expected);
    }
  }

  @Test
  void noticesWhatIsNotAscii() throws IOException {
    String text = "0123456789\n01234567\u8f66\n\u8f66\n012\u00e9456789abcdef\n";
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), 100);
    lines.next();
    for (int i = 0; i < 3; i++) {
      assertThat(lines.next().encoding()).isEqualTo(Line.Encoding.OTHER);
    }
    Lines plain = new Lines(new ByteArrayInputStream("0123456789\n".getBytes(UTF_8)), 100);
    assertThat(plain.next().encoding()).isEqualTo(Line.Encoding.ASCII);
  }

  /** Gives a few bytes a read. */
  static final class Trickle extends ByteArrayInputStream {
    private final Random random;

    Trickle(byte[] bytes, Random random) {
      super(bytes);
      this.random = random;
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1 + random.nextInt(9)));
    }
  }
}
