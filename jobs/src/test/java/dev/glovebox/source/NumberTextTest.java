package dev.glovebox.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  private static final int SEED = 11;

  private static double parse(String text) {
    return NumberText.parse(("#" + text).toCharArray(), 1, text.length());
  }

  /** A decimal as JSON has it, short or long, plain or with an exponent. */
  static String decimal(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Integer.toString(random.nextInt());
      case 1 -> random.nextInt(1000) + "." + random.nextInt(1_000_000);
      case 2 -> Double.toString(random.nextGaussian() * 1e3);
      case 3 -> Float.toString((float) random.nextGaussian() * 100);
      case 4 -> finite(Double.longBitsToDouble(random.nextLong()));
      default -> random.nextLong() + "." + Math.abs(random.nextLong() >> random.nextInt(60));
    };
  }

  private static String finite(double any) {
    return Double.toString(Double.isFinite(any) ? any : 0.1);
  }

  @Test
  @DisplayName("agrees with the JDK to the last bit, seed " + SEED)
  void agreesWithTheJdkToTheLastBit() {
    Random random = new Random(SEED);
    IntStream.range(0, 100_000)
        .mapToObj(i -> decimal(random))
        .forEach(
            text ->
                assertThat(Double.doubleToRawLongBits(parse(text)))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+1",
        "00",
        "1.0",
        "-1.50",
        "999999999999999",
        "9999999999999999",
        "99999999999999.9",
        "0.00000000000001",
        "0.000000000000001",
        "1e0",
        "1E+5",
        "1e-5",
        "123456789012345678901234567890",
        "1e308",
        "1e309",
        "-1e309",
        "1e99999999999",
        "1e-99999999999",
        "2.2250738585072011e-308",
        "9007199254740993"
      })
  void agreesWithTheJdkAtTheEdges(String text) {
    assertThat(Double.doubleToRawLongBits(parse(text)))
        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "1.",
        ".1",
        "-.1",
        "1..2",
        "1.2.3",
        "1e",
        "1e+",
        "e5",
        "1e5.0",
        "1 ",
        " 1",
        "1f",
        "1D",
        "0x1",
        "1_000",
        "--1",
        "+-1",
        "NaN",
        "Infinity",
        "\u0663",
        "1\u0000"
      })
  void refusesWhatIsNoDecimal(String text) {
    assertThat(parse(text)).isNaN();
    assertThat(NumberText.isShortInteger(text.toCharArray(), 0, text.length())).isFalse();
  }

  @Test
  void readsLongDecimalsUpToTheLimit() {
    assertThat(parse("1" + "0".repeat(NumberText.LONGEST - 1))).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(parse("0." + "3".repeat(NumberText.LONGEST - 2))).isEqualTo(1 / 3.0);
    assertThat(parse("1".repeat(NumberText.LONGEST + 1))).isNaN();
  }
}
