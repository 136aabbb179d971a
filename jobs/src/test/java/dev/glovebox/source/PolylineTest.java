package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolylineTest {
  private static final int SEED = 53;

  /** Encodes latitudes and longitudes in turn, as the format's description says. */
  static String encode(int decimals, double... degrees) {
    StringBuilder text = new StringBuilder();
    long[] last = new long[2];
    for (int i = 0; i < degrees.length; i++) {
      long value = Math.round(degrees[i] * Math.pow(10, decimals));
      long step = value - last[i % 2];
      last[i % 2] = value;
      long bits = step < 0 ? ~(step << 1) : step << 1;
      while (bits >= 0x20) {
        text.append((char) (((bits & 0x1F) | 0x20) + 63));
        bits >>= 5;
      }
      text.append((char) (bits + 63));
    }
    return text.toString();
  }

  static String wrap(String polyline) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(0x0A);
    int length = polyline.length();
    while (length > 0x7F) {
      message.write((length & 0x7F) | 0x80);
      length >>>= 7;
    }
    message.write(length);
    message.writeBytes(polyline.getBytes(ISO_8859_1));
    return Base64.getEncoder().encodeToString(message.toByteArray());
  }

  private static double[] track(Random random) {
    double[] degrees = new double[2 * (1 + random.nextInt(200))];
    degrees[0] = 18 + random.nextDouble() * 35;
    degrees[1] = 74 + random.nextDouble() * 60;
    for (int i = 2; i < degrees.length; i++) {
      degrees[i] = degrees[i - 2] + (random.nextDouble() - 0.5) / 100;
    }
    return degrees;
  }

  private static void assertLine(Polyline.Points points, double[] degrees, double unit) {
    assertThat(points.size()).isEqualTo(degrees.length / 2);
    for (int i = 0; i < points.size(); i++) {
      assertThat(points.latitudesDeg()[i]).isCloseTo(degrees[2 * i], within(unit));
      assertThat(points.longitudesDeg()[i]).isCloseTo(degrees[2 * i + 1], within(unit));
    }
  }

  @Test
  @DisplayName("decodes what was encoded, wrapped or bare, seed " + SEED)
  void decodesWhatWasEncoded() {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      double[] degrees = track(random);
      assertLine(Polyline.decode(wrap(encode(6, degrees))).orElseThrow(), degrees, 1e-6);
      assertLine(Polyline.decode(encode(5, degrees)).orElseThrow(), degrees, 1e-5);
    }
  }

  @Test
  void decodesTheExampleOfTheFormat() {
    Polyline.Points points = Polyline.decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@").orElseThrow();
    assertThat(points.latitudesDeg()).containsExactly(38.5, 40.7, 43.252);
    assertThat(points.longitudesDeg()).containsExactly(-120.2, -120.95, -126.453);
  }

  @Test
  void triesTheOtherPrecisionWhereOneIsImpossible() {
    double[] degrees = {31.2, 121.4, 31.21, 121.41};
    assertLine(Polyline.decode(encode(6, degrees)).orElseThrow(), degrees, 1e-6);
    double[] nearNull = {0.5, 0.5, 2.5, 0.5};
    assertThat(Polyline.readings(encode(6, nearNull)))
        .as("a jump of 222 km is possible, ten times that is not")
        .satisfiesExactly(points -> assertLine(points, nearNull, 1e-6));
  }

  @Test
  void offersEveryPrecisionThatIsPossible() {
    double[] degrees = {31.2, 121.4, 31.21, 121.41};
    double[] tenth = Arrays.stream(degrees).map(value -> value / 10).toArray();
    assertThat(Polyline.readings(wrap(encode(5, degrees))))
        .satisfiesExactly(
            points -> assertLine(points, tenth, 1e-6), points -> assertLine(points, degrees, 1e-5));
  }

  @Test
  void crossesTheDateLineWithoutAJump() {
    double[] degrees = {-17, 179.99, -17, -179.99};
    assertThat(Polyline.decode(encode(5, degrees))).isPresent();
  }

  @Test
  void readsBase64WithoutPaddingAndForAddresses() {
    double[] degrees = {31.2, 121.4, 31.21, 121.41, 31.22, 121.42};
    String wrapped = wrap(encode(6, degrees));
    for (String text :
        new String[] {wrapped.replace("=", ""), wrapped.replace('+', '-').replace('/', '_')}) {
      assertLine(Polyline.decode(text).orElseThrow(), degrees, 1e-6);
    }
  }

  @Test
  void skipsOtherFieldsOfTheMessage() {
    byte[] polyline = encode(6, 31.2, 121.4).getBytes(ISO_8859_1);
    byte[] message =
        Archives.join(
            new byte[] {0x10, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 0x19, 1, 2, 3, 4, 5, 6, 7, 8},
            new byte[] {0x22, 2, 'h', 'i', 0x2D, 1, 2, 3, 4, 0x0A, (byte) polyline.length},
            polyline);
    String text = Base64.getEncoder().encodeToString(message);
    assertLine(Polyline.decode(text).orElseThrow(), new double[] {31.2, 121.4}, 1e-6);
    for (int length = 1; length < message.length; length++) {
      String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(message, length));
      assertThat(WrappedPolyline.unwrap(cut)).as("cut to %d bytes", length).isEmpty();
    }
    String twice = Base64.getEncoder().encodeToString(Archives.join(message, message));
    assertThat(WrappedPolyline.unwrap(twice)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "?",
        "???",
        "_",
        "_p~iF~ps|U_ulL",
        "_p~iF~ps|U!",
        "CgA=",
        "\u8f66",
        "~~~~~~~~~~?",
        "_p~iF~ps|U\n"
      })
  void givesNothingForWhatIsNoLine(String text) {
    assertThat(Polyline.decode(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 95, 10", "5, 10, 190", "6, -95, 10"})
  void givesNothingForALineThatLeavesTheEarth(int decimals, double latitude, double longitude) {
    String text = encode(decimals, latitude, longitude, latitude, longitude);
    assertThat(Polyline.readings(decimals == 5 ? text : wrap(text)))
        .noneMatch(points -> points.latitudesDeg()[0] == latitude);
  }
}
