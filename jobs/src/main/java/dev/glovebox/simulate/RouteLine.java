package dev.glovebox.simulate;

import dev.glovebox.simulate.Places.Where;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.LongStream;

/**
 * The way ahead as the vehicle's navigation sends it: mostly base64 of a protobuf message whose
 * field 1 is an encoded polyline of 6 decimals, sometimes a bare polyline of 5.
 *
 * @param json the text, escaped
 * @param where the line lies, with the decimals with which it is sent
 */
record RouteLine(byte[] json, Where where) {

  private static final double BARE_SHARE = 0.15;
  private static final int FIELD_1_BYTES = 0x0A;

  static RouteLine of(Phase phase, Places places) {
    long unit = phase.draws().chance(-8, BARE_SHARE) ? 10 : 1;
    Route route = phase.drive().route;
    long[] latitudes = rounded(route.latitudesE6(), unit);
    long[] longitudes = rounded(route.longitudesE6(), unit);
    byte[] polyline = polyline(latitudes, longitudes, unit);
    byte[] json = unit == 1 ? wrapped(polyline) : escaped(polyline);
    return new RouteLine(json, places.along(route.city(), latitudes, longitudes));
  }

  private static long[] rounded(long[] values, long unit) {
    return LongStream.of(values)
        .map(value -> Math.floorDiv(value + unit / 2, unit) * unit)
        .toArray();
  }

  private static byte[] polyline(long[] latitudes, long[] longitudes, long unit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < latitudes.length; i++) {
      difference((latitudes[i] - (i == 0 ? 0 : latitudes[i - 1])) / unit, out);
      difference((longitudes[i] - (i == 0 ? 0 : longitudes[i - 1])) / unit, out);
    }
    return out.toByteArray();
  }

  private static void difference(long value, ByteArrayOutputStream out) {
    long rest = value < 0 ? ~(value << 1) : value << 1;
    while (rest >= 0x20) {
      out.write((int) ((0x20 | (rest & 0x1f)) + 63));
      rest >>= 5;
    }
    out.write((int) (rest + 63));
  }

  private static byte[] wrapped(byte[] polyline) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(FIELD_1_BYTES);
    int length = polyline.length;
    while (length >= 0x80) {
      message.write((length & 0x7f) | 0x80);
      length >>= 7;
    }
    message.write(length);
    message.writeBytes(polyline);
    return Base64.getEncoder().encode(message.toByteArray());
  }

  private static byte[] escaped(byte[] polyline) {
    return new String(polyline, StandardCharsets.US_ASCII)
        .replace("\\", "\\\\")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
