package dev.glovebox.simulate;

import java.util.Arrays;

/**
 * A way along the streets of a city, as points and as stretches between two stops. Distances are
 * metres from its beginning.
 */
final class Route {

  /** Where and which way a vehicle is on a route; the position packed in one. */
  record At(long position, double headingDeg) {}

  private final City city;
  private final double[] us;
  private final double[] vs;
  private final double[] atMeters;
  private final double[] headingsDeg;

  /** Where stretches end, how fast they are driven, and how long the vehicle then waits. */
  final double[] stretchEnds;

  final double[] cruiseMetersPerSecond;
  final double[] waitSeconds;

  Route(City city, RouteBuilder built) {
    this.city = city;
    this.us = built.us();
    this.vs = built.vs();
    this.atMeters = built.atMeters();
    this.headingsDeg = new double[us.length - 1];
    for (int i = 0; i < headingsDeg.length; i++) {
      headingsDeg[i] = city.headingDeg(us[i + 1] - us[i], vs[i + 1] - vs[i]);
    }
    this.stretchEnds = built.stretchEnds();
    this.cruiseMetersPerSecond = built.cruises();
    this.waitSeconds = built.waits();
  }

  City city() {
    return city;
  }

  double meters() {
    return atMeters[atMeters.length - 1];
  }

  At at(double meters) {
    int edge = edge(meters);
    double length = atMeters[edge + 1] - atMeters[edge];
    double part = length == 0 ? 0 : (meters - atMeters[edge]) / length;
    double u = us[edge] + part * (us[edge + 1] - us[edge]);
    double v = vs[edge] + part * (vs[edge + 1] - vs[edge]);
    long position = FleetSignal.packed(city.latitudeE6(u, v), city.longitudeE6(u, v));
    return new At(position, headingsDeg[edge]);
  }

  long[] latitudesE6() {
    long[] latitudes = new long[us.length];
    Arrays.setAll(latitudes, i -> city.latitudeE6(us[i], vs[i]));
    return latitudes;
  }

  long[] longitudesE6() {
    long[] longitudes = new long[us.length];
    Arrays.setAll(longitudes, i -> city.longitudeE6(us[i], vs[i]));
    return longitudes;
  }

  private int edge(double meters) {
    int found = Arrays.binarySearch(atMeters, meters);
    int edge = found >= 0 ? found : -found - 2;
    return Math.max(0, Math.min(edge, headingsDeg.length - 1));
  }
}
