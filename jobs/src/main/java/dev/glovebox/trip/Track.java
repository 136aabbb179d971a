package dev.glovebox.trip;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** The way of a drive: its released positions, fewer where it goes straight on. */
final class Track {

  /** No point that is left out lies farther from the line of those that stay. */
  static final double TOLERANCE_METERS = 10;

  private static final double FASTEST_METERS_PER_SECOND = 100;
  private static final double SLACK_METERS = 500;

  /** Simplifying goes as deep as it has points. */
  private static final int PIECE = 1_000;

  private Track() {}

  /** In order of time; empty where no position was released. */
  static List<TrackPoint> of(Session session) {
    return simplified(believed(session));
  }

  /** A position that the vehicle cannot have reached is left out. */
  private static List<TrackPoint> believed(Session session) {
    List<TrackPoint> points = new ArrayList<>();
    Believed<TrackPoint> positions = new Believed<>(Track::isPossible);
    for (Reading reading : session.readings()) {
      if (reading.has(Quantity.LATITUDE) && reading.has(Quantity.LONGITUDE)) {
        TrackPoint point =
            new TrackPoint(
                reading.micros(),
                reading.value(Quantity.LATITUDE),
                reading.value(Quantity.LONGITUDE));
        if (points.isEmpty()) {
          points.add(point);
        }
        positions.next(point).ifPresent(step -> take(points, step));
      }
    }
    return points;
  }

  private static void take(List<TrackPoint> points, Believed.Taken<TrackPoint> step) {
    if (!points.get(points.size() - 1).equals(step.from())) {
      if (points.size() == 1) {
        points.clear(); // It was the first that could not be.
      }
      points.add(step.from());
    }
    points.add(step.to());
  }

  private static boolean isPossible(TrackPoint from, TrackPoint to) {
    double seconds = (to.micros() - from.micros()) / 1e6;
    return from.metersTo(to) <= FASTEST_METERS_PER_SECOND * seconds + SLACK_METERS;
  }

  private static List<TrackPoint> simplified(List<TrackPoint> points) {
    List<TrackPoint> kept = new ArrayList<>();
    for (int from = 0; from + 1 < points.size(); from += PIECE) {
      List<TrackPoint> piece = points.subList(from, Math.min(points.size(), from + PIECE + 1));
      List<TrackPoint> simple = simplifiedPiece(piece);
      kept.addAll(kept.isEmpty() ? simple : simple.subList(1, simple.size()));
    }
    return points.size() < 2 ? List.copyOf(points) : kept;
  }

  /** In metres from its first point; the third dimension is the point's place in the list. */
  private static List<TrackPoint> simplifiedPiece(List<TrackPoint> points) {
    TrackPoint origin = points.get(0);
    Coordinate[] line = new Coordinate[points.size()];
    for (int i = 0; i < line.length; i++) {
      TrackPoint point = points.get(i);
      double east = Math.IEEEremainder(point.longitudeDeg() - origin.longitudeDeg(), 360);
      line[i] =
          new Coordinate(
              east * origin.metersPerLongitude(),
              (point.latitudeDeg() - origin.latitudeDeg()) * TrackPoint.metersPerLatitude(),
              i);
    }
    List<TrackPoint> kept = new ArrayList<>();
    var whole = new GeometryFactory().createLineString(line);
    for (Coordinate point :
        DouglasPeuckerSimplifier.simplify(whole, TOLERANCE_METERS).getCoordinates()) {
      kept.add(points.get((int) point.getZ()));
    }
    return kept;
  }
}
