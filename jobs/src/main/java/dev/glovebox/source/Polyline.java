package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads the line that a route is sent as: base64 of a small protobuf whose field 1 is an encoded
 * polyline of 6 decimals, or a bare encoded polyline of 5 decimals. The text does not state its
 * precision: one at which the line leaves the Earth or makes an impossible jump is the wrong one.
 * What cannot be decoded gives no line; to withhold it is the caller's duty.
 */
public final class Polyline {
  private static final int[] WRAPPED_DECIMALS = {6, 5};
  private static final int[] BARE_DECIMALS = {5, 6};
  private static final double LONGEST_JUMP_KM = 1000;
  private static final double KM_PER_DEGREE = 111.2;

  private Polyline() {}

  /**
   * A line on the map.
   *
   * @param latitudesDeg latitudes, WGS 84 as far as the sender's are
   * @param longitudesDeg longitudes, as many
   */
  public record Points(double[] latitudesDeg, double[] longitudesDeg) {
    public int size() {
      return latitudesDeg.length;
    }
  }

  /** The line that the text most probably means; empty if it cannot be decoded. */
  public static Optional<Points> decode(String text) {
    return readings(text).stream().findFirst();
  }

  /**
   * Every line that the text can mean, the most probable first: one for each precision that is not
   * impossible, so none, one or two. Near 0°N 0°E both can be possible; a judgement that must not
   * miss a place judges them all.
   */
  public static List<Points> readings(String text) {
    Optional<byte[]> wrapped = WrappedPolyline.unwrap(text);
    byte[] encoded = wrapped.orElseGet(() -> text.getBytes(ISO_8859_1));
    Optional<long[]> steps = EncodedNumbers.decode(encoded);
    if (steps.isEmpty()) {
      return List.of();
    }
    List<Points> readings = new ArrayList<>();
    for (int decimals : wrapped.isPresent() ? WRAPPED_DECIMALS : BARE_DECIMALS) {
      Points points = points(steps.get(), Math.pow(10, decimals));
      if (isPossible(points)) {
        readings.add(points);
      }
    }
    return readings;
  }

  private static Points points(long[] steps, double unitsPerDegree) {
    int size = steps.length / 2;
    double[] latitudes = new double[size];
    double[] longitudes = new double[size];
    long latitude = 0;
    long longitude = 0;
    for (int i = 0; i < size; i++) {
      latitude += steps[2 * i];
      longitude += steps[2 * i + 1];
      latitudes[i] = latitude / unitsPerDegree;
      longitudes[i] = longitude / unitsPerDegree;
    }
    return new Points(latitudes, longitudes);
  }

  private static boolean isPossible(Points points) {
    boolean onEarth =
        Arrays.stream(points.latitudesDeg()).allMatch(degrees -> Math.abs(degrees) <= 90)
            && Arrays.stream(points.longitudesDeg()).allMatch(degrees -> Math.abs(degrees) <= 180);
    boolean possible = onEarth && points.size() > 0;
    for (int i = 1; possible && i < points.size(); i++) {
      possible = jumpKm(points, i) <= LONGEST_JUMP_KM;
    }
    return possible;
  }

  /** As on a plane, which is near enough to tell a road from a leap. */
  private static double jumpKm(Points points, int to) {
    double north = points.latitudesDeg()[to] - points.latitudesDeg()[to - 1];
    double turn = Math.abs(points.longitudesDeg()[to] - points.longitudesDeg()[to - 1]);
    double east = Math.min(turn, 360 - turn) * Math.cos(Math.toRadians(points.latitudesDeg()[to]));
    return Math.hypot(north, east) * KM_PER_DEGREE;
  }
}
