package dev.glovebox.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** One sensitive polygon, its holes left out, and the margin around its edges. Immutable. */
final class Place implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int ENDS = 4;

  private final double marginMeters;
  private final double east;

  /** Longitude and latitude of both ends of each edge, ring after ring. */
  private final double[] ends;

  private final BoxTree edges;

  private Place(double marginMeters, double east, List<Edge> edges) {
    this.marginMeters = marginMeters;
    this.east = east;
    this.ends = new double[edges.size() * ENDS];
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      ends[i * ENDS] = edge.longitude1();
      ends[i * ENDS + 1] = edge.latitude1();
      ends[i * ENDS + 2] = edge.longitude2();
      ends[i * ENDS + 3] = edge.latitude2();
    }
    this.edges = new BoxTree(edges.stream().map(Edge::box).toList());
  }

  /**
   * @param polygon valid; x is the longitude, y the latitude, in degrees
   */
  static Place of(Polygon polygon, double marginMeters) {
    List<Edge> edges = new ArrayList<>();
    addEdges(polygon.getExteriorRing(), edges);
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      addEdges(polygon.getInteriorRingN(i), edges);
    }
    return new Place(marginMeters, polygon.getEnvelopeInternal().getMaxX(), edges);
  }

  /** The box outside of which nothing is within the margin. */
  static Box reach(Polygon polygon, double marginMeters) {
    Envelope envelope = polygon.getEnvelopeInternal();
    return new Box(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY())
        .widened(marginMeters);
  }

  /** Whether the position lies in the polygon or within the margin of an edge. */
  boolean reaches(double latitudeDeg, double longitudeDeg) {
    return contains(latitudeDeg, longitudeDeg) || isNearEdge(latitudeDeg, longitudeDeg);
  }

  /** Whether an edge of the polygon crosses the line's edge or lies within the margin of it. */
  boolean isNear(Edge line) {
    Box near = line.box().widened(marginMeters);
    return edges.anyTouching(near, index -> edge(index).isWithin(marginMeters, line));
  }

  private boolean contains(double latitudeDeg, double longitudeDeg) {
    if (longitudeDeg > east) {
      return false;
    }
    RayCrossingCounter counter = new RayCrossingCounter(new Coordinate(longitudeDeg, latitudeDeg));
    Box ray = new Box(longitudeDeg, latitudeDeg, east, latitudeDeg);
    edges.anyTouching(
        ray,
        index -> {
          counter.countSegment(edge(index).start(), edge(index).end());
          return counter.isOnSegment();
        });
    return counter.isPointInPolygon();
  }

  private boolean isNearEdge(double latitudeDeg, double longitudeDeg) {
    Box near = new Box(longitudeDeg, latitudeDeg, longitudeDeg, latitudeDeg).widened(marginMeters);
    return edges.anyTouching(
        near, index -> edge(index).isWithin(marginMeters, latitudeDeg, longitudeDeg));
  }

  private Edge edge(int index) {
    int at = index * ENDS;
    return new Edge(ends[at], ends[at + 1], ends[at + 2], ends[at + 3]);
  }

  private static void addEdges(LinearRing ring, List<Edge> edges) {
    Coordinate[] corners = ring.getCoordinates();
    for (int i = 1; i < corners.length; i++) {
      edges.add(new Edge(corners[i - 1].x, corners[i - 1].y, corners[i].x, corners[i].y));
    }
  }
}
