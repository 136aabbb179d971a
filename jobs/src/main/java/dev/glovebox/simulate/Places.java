package dev.glovebox.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sensitive places of all cities, and where a position lies against them. */
final class Places {

  /** Nearer than this to the edge of the margin a position is never sent: see docs/simulate.md. */
  private static final double UNSURE_METERS = 15;

  private static final double CLEAR_METERS = 250;

  /** Wider than the widest place, so that its corners are never farther from what is inside. */
  private static final double WIDEST_METERS = 2_400;

  /** How a position lies against the places. */
  enum Where {
    OUTSIDE,
    INSIDE,
    /** So near the edge of the margin that two ways of measuring may differ. */
    UNSURE
  }

  private final double marginMeters;
  private final double boxDeg;
  private final List<Place> places;

  private Places(double marginMeters, List<Place> places) {
    this.marginMeters = marginMeters;
    this.boxDeg = (marginMeters + WIDEST_METERS) / City.METERS_PER_DEGREE * 1.4;
    this.places = List.copyOf(places);
  }

  static Places of(double marginMeters) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < City.ALL.size(); i++) {
      City city = City.ALL.get(i);
      double u = city.streetU(2_400 + 300 * i);
      double v = city.streetV(-1_500 + 500 * i);
      places.add(place(i, city, u, v));
    }
    return new Places(marginMeters, places);
  }

  private static Place place(int index, City city, double u, double v) {
    String name = city.name + " restricted area";
    List<List<double[]>> polygons =
        switch (index % 3) {
          case 0 -> List.of(List.of(hexagon(city, u, v, 420)));
          case 1 -> List.of(List.of(hexagon(city, u, v, 1_100), hexagon(city, u, v, 520)));
          default ->
              List.of(
                  List.of(hexagon(city, u, v, 330)),
                  List.of(hexagon(city, u + 1_500, v + 300, 300)));
        };
    return new Place(name, city, u, v, polygons);
  }

  private static double[] hexagon(City city, double u, double v, double radius) {
    double[] ring = new double[14];
    for (int i = 0; i <= 6; i++) {
      double angle = StrictMath.toRadians(60 * (i % 6) + 17);
      double cornerU = u + radius * StrictMath.cos(angle);
      double cornerV = v + radius * StrictMath.sin(angle);
      ring[2 * i] = city.longitudeE6(cornerU, cornerV) / 1e6;
      ring[2 * i + 1] = city.latitudeE6(cornerU, cornerV) / 1e6;
    }
    return ring;
  }

  List<Place> all() {
    return places;
  }

  Place of(City city) {
    return places.get(city.number);
  }

  /** Where a position in a city lies; the places of other cities are far away. */
  Where at(City city, long packed) {
    double latitudeDeg = FleetSignal.latitudeE6(packed) / 1e6;
    double longitudeDeg = FleetSignal.longitudeE6(packed) / 1e6;
    Place place = of(city);
    return place.near(latitudeDeg, longitudeDeg, boxDeg)
        ? where(place.metersTo(latitudeDeg, longitudeDeg))
        : Where.OUTSIDE;
  }

  /** Where a line of two points or more in a city lies, in millionths of a degree. */
  Where along(City city, long[] latitudesE6, long[] longitudesE6) {
    Place place = of(city);
    double meters = Double.POSITIVE_INFINITY;
    for (int i = 1; i < latitudesE6.length; i++) {
      meters =
          Math.min(
              meters,
              place.metersTo(
                  latitudesE6[i - 1] / 1e6,
                  longitudesE6[i - 1] / 1e6,
                  latitudesE6[i] / 1e6,
                  longitudesE6[i] / 1e6));
    }
    return where(meters);
  }

  /** Far enough from every place that nobody could take it for a part of one. */
  boolean clearOf(City city, double u, double v) {
    double latitudeDeg = city.latitudeE6(u, v) / 1e6;
    double longitudeDeg = city.longitudeE6(u, v) / 1e6;
    return of(city).metersTo(latitudeDeg, longitudeDeg) > marginMeters + CLEAR_METERS;
  }

  String geoJson() {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < places.size(); i++) {
      json.append(i == 0 ? "\n" : ",\n");
      feature(places.get(i), json);
    }
    return json.append("\n]}\n").toString();
  }

  private static void feature(Place place, StringBuilder json) {
    boolean several = place.polygons().size() > 1;
    json.append("{\"type\":\"Feature\",\"properties\":{\"name\":\"").append(place.name());
    json.append("\"},\"geometry\":{\"type\":\"").append(several ? "MultiPolygon" : "Polygon");
    json.append("\",\"coordinates\":").append(several ? "[" : "");
    for (int i = 0; i < place.polygons().size(); i++) {
      json.append(i == 0 ? "" : ",");
      polygon(place.polygons().get(i), json);
    }
    json.append(several ? "]" : "").append("}}");
  }

  private static void polygon(List<double[]> rings, StringBuilder json) {
    for (int i = 0; i < rings.size(); i++) {
      json.append(i == 0 ? "[[" : ",[");
      double[] ring = rings.get(i);
      for (int j = 0; j < ring.length; j += 2) {
        json.append(j == 0 ? "" : ",");
        json.append(String.format(Locale.ROOT, "[%.6f,%.6f]", ring[j], ring[j + 1]));
      }
      json.append(']');
    }
    json.append(']');
  }

  private Where where(double meters) {
    if (meters > 0 && Math.abs(meters - marginMeters) < UNSURE_METERS) {
      return Where.UNSURE;
    }
    return meters <= marginMeters ? Where.INSIDE : Where.OUTSIDE;
  }
}
