package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RouteLineTest {

  private static final FleetOptions OPTIONS = FleetOptions.clean(12, 3, 8);
  private static final Fleet FLEET = Fleet.of(OPTIONS, Written.FIELDS);

  @Test
  void encodesTheWayWithSixDecimalsOrBareWithFive() {
    int wrapped = 0;
    int bare = 0;
    for (int i = 0; i < OPTIONS.vehicles(); i++) {
      for (Phase phase : FLEET.vehicle(i).timeline().drives()) {
        byte[] json = RouteLine.of(phase, FLEET.places()).json();
        Route route = phase.drive().route;
        if (isWrapped(json)) {
          wrapped++;
          assertThat(decoded(unwrapped(json), 1)).isEqualTo(points(route, 1));
        } else {
          bare++;
          assertThat(decoded(unescaped(json), 10)).isEqualTo(points(route, 10));
        }
      }
    }
    assertThat(wrapped).isGreaterThan(bare);
    assertThat(bare).isPositive();
  }

  private static boolean isWrapped(byte[] json) {
    try {
      return Base64.getDecoder().decode(json)[0] == 0x0A;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static byte[] unwrapped(byte[] json) {
    byte[] message = Base64.getDecoder().decode(json);
    int start = 1;
    while (message[start++] < 0) {
      // The length goes on.
    }
    return Arrays.copyOfRange(message, start, message.length);
  }

  private static byte[] unescaped(byte[] json) {
    return new String(json, java.nio.charset.StandardCharsets.US_ASCII)
        .replace("\\\\", "\\")
        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static List<Long> points(Route route, long unit) {
    List<Long> points = new ArrayList<>();
    long[] latitudes = rounded(route.latitudesE6(), unit);
    long[] longitudes = rounded(route.longitudesE6(), unit);
    for (int i = 0; i < latitudes.length; i++) {
      points.add(latitudes[i]);
      points.add(longitudes[i]);
    }
    return points;
  }

  private static long[] rounded(long[] values, long unit) {
    return LongStream.of(values).map(value -> Math.round(value / (double) unit) * unit).toArray();
  }

  private static List<Long> decoded(byte[] polyline, long unit) {
    List<Long> points = new ArrayList<>();
    long[] sums = new long[2];
    int at = 0;
    for (int i = 0; at < polyline.length; i++) {
      long value = 0;
      int shift = 0;
      int five;
      do {
        five = polyline[at++] - 63;
        value |= (long) (five & 0x1f) << shift;
        shift += 5;
      } while (five >= 0x20);
      sums[i % 2] += (value & 1) == 1 ? ~(value >> 1) : value >> 1;
      points.add(sums[i % 2] * unit);
    }
    return points;
  }
}
