package dev.glovebox.privacy;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * The operator's sensitive places, each with its margin around it. Positions are WGS 84, distances
 * metres on the ellipsoid, and an edge between two corners is straight in degrees. Immutable.
 */
public final class SensitivePlaces implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int HILBERT_LEVEL = 15;
  private static final int HILBERT_CELLS = (1 << HILBERT_LEVEL) - 1;
  private static final double FULL_CIRCLE_DEG = 360;
  private static final Box NOWHERE =
      new Box(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  private final String digest;
  private final Place[] places;
  private final BoxTree reaches;
  private final Box everyReach;

  private SensitivePlaces(List<Polygon> polygons, double marginMeters) {
    List<Polygon> neighbours =
        polygons.stream().sorted(Comparator.comparingInt(SensitivePlaces::neighbourhood)).toList();
    List<Box> boxes =
        neighbours.stream().map(polygon -> Place.reach(polygon, marginMeters)).toList();
    this.digest = PlacesDigest.of(polygons, marginMeters);
    this.places =
        neighbours.stream().map(polygon -> Place.of(polygon, marginMeters)).toArray(Place[]::new);
    this.reaches = new BoxTree(boxes);
    this.everyReach = boxes.stream().reduce(Box::and).orElse(NOWHERE);
  }

  /**
   * Reads sensitive places.
   *
   * @param geoJson a FeatureCollection, a Feature or a geometry (RFC 7946), of Polygon and
   *     MultiPolygon only
   * @param marginMeters how far around a place it reaches, at least 0
   * @throws SensitivePlacesException if anything in it cannot be understood; with every fault
   */
  public static SensitivePlaces parse(String geoJson, double marginMeters) {
    if (!(marginMeters >= 0 && marginMeters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "The margin has to be a number of metres, at least 0. Provided value: " + marginMeters);
    }
    return new SensitivePlaces(new PlacesReader().read(geoJson), marginMeters);
  }

  /** Whether a position lies in a place or within the margin of its edge; unknown if unusable. */
  public PlaceVerdict at(double latitudeDeg, double longitudeDeg) {
    if (!Wgs84.isPosition(latitudeDeg, longitudeDeg)) {
      return PlaceVerdict.UNKNOWN;
    }
    return reach(latitudeDeg, longitudeDeg) ? PlaceVerdict.INSIDE : PlaceVerdict.OUTSIDE;
  }

  /**
   * Whether a line comes within the margin of a place, between its points too. From point to point
   * it goes the short way round the globe.
   *
   * @return unknown for a line without points, or with one that is unusable
   */
  public PlaceVerdict along(double[] latitudesDeg, double[] longitudesDeg) {
    int points = latitudesDeg.length;
    if (points == 0 || points != longitudesDeg.length) {
      return PlaceVerdict.UNKNOWN;
    }
    PlaceVerdict verdict = PlaceVerdict.OUTSIDE;
    for (int i = 0; i < points; i++) {
      PlaceVerdict here = at(latitudesDeg[i], longitudesDeg[i]);
      if (here == PlaceVerdict.UNKNOWN) {
        return here;
      }
      if (here == PlaceVerdict.INSIDE || (i > 0 && passes(latitudesDeg, longitudesDeg, i))) {
        verdict = PlaceVerdict.INSIDE;
      }
    }
    return verdict;
  }

  /** SHA-256 of what the places are and of the margin; neither order nor names change it. */
  public String digest() {
    return digest;
  }

  public boolean isEmpty() {
    return places.length == 0;
  }

  /** How many polygons there are. */
  public int size() {
    return places.length;
  }

  private boolean reach(double latitudeDeg, double longitudeDeg) {
    return reach(latitudeDeg, longitudeDeg, 0)
        || reach(latitudeDeg, longitudeDeg, FULL_CIRCLE_DEG)
        || reach(latitudeDeg, longitudeDeg, -FULL_CIRCLE_DEG);
  }

  private boolean reach(double latitudeDeg, double longitudeDeg, double turnDeg) {
    double turnedDeg = longitudeDeg + turnDeg;
    Box point = new Box(turnedDeg, latitudeDeg, turnedDeg, latitudeDeg);
    return point.touches(everyReach)
        && reaches.anyTouching(point, place -> places[place].reaches(latitudeDeg, turnedDeg));
  }

  /** Whether the line comes near a place on its way to this point. */
  private boolean passes(double[] latitudesDeg, double[] longitudesDeg, int to) {
    double fromDeg = longitudesDeg[to - 1];
    double toDeg = fromDeg + Wgs84.wrappedDeg(longitudesDeg[to] - fromDeg);
    Edge line = new Edge(fromDeg, latitudesDeg[to - 1], toDeg, latitudesDeg[to]);
    return passes(line)
        || passes(line.turned(FULL_CIRCLE_DEG))
        || passes(line.turned(-FULL_CIRCLE_DEG));
  }

  private boolean passes(Edge line) {
    Box box = line.box();
    return box.touches(everyReach) && reaches.anyTouching(box, place -> places[place].isNear(line));
  }

  /** Places whose codes are close lie close together. */
  private static int neighbourhood(Polygon polygon) {
    Coordinate middle = polygon.getEnvelopeInternal().centre();
    int column = (int) ((middle.x + 180) / FULL_CIRCLE_DEG * HILBERT_CELLS);
    int row = (int) ((middle.y + 90) / FULL_CIRCLE_DEG * HILBERT_CELLS);
    return HilbertCode.encode(HILBERT_LEVEL, column, row);
  }
}
