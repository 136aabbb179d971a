package dev.glovebox.delivery.page;

import dev.glovebox.delivery.drawing.Scale;
import dev.glovebox.delivery.page.Journal.Line;
import dev.glovebox.delivery.page.Journal.Spot;
import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Draws the tracks of trips on a grid of degrees, with a scale and north. */
final class TripMap {

  /** So many trips, the newest, have their ends marked; more would hide the tracks. */
  static final int MARKED_TRIPS = 40;

  private static final double TOLERANCE = 5;
  private static final double BAR_SHARE = 0.2;

  /** Further to the right a label would run into the scale or over the edge. */
  private static final double CLEAR_OF_SCALE = 0.6;

  /** Room for a line of text where it is largest, on a phone. */
  private static final double TEXT_HEIGHT = 400;

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final List<Trip> newestFirst;
  private final Wording words;
  private final Figures figures;

  /**
   * @param newestFirst trips with a track each, in this order
   */
  TripMap(List<Trip> newestFirst, Wording words, Figures figures) {
    this.newestFirst = newestFirst;
    this.words = words;
    this.figures = figures;
  }

  /** Every spot of every track. */
  List<Spot> spots() {
    return newestFirst.stream()
        .flatMap(trip -> trip.track().stream())
        .flatMap(line -> line.spots().stream())
        .toList();
  }

  Recency recency(Trip trip) {
    Instant newest = newestFirst.get(0).startedAt();
    return Recency.of(trip, newest);
  }

  /** Draws what lies in this frame. */
  String draw(String id, MapFrame frame, String title, String description) {
    Svg svg = new Svg(id, "map", MapFrame.WIDTH, frame.height(), title, description);
    drawGrid(svg, frame);
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      drawTrack(svg, frame, newestFirst.get(i));
    }
    drawEnds(svg, frame);
    drawScale(svg, frame);
    drawNorth(svg);
    return svg.end();
  }

  private void drawTrack(Svg svg, MapFrame frame, Trip trip) {
    StringBuilder path = new StringBuilder();
    trip.track().forEach(line -> path(line, frame).ifPresent(path::append));
    if (!path.isEmpty()) {
      svg.mark("path", "class", "track " + recency(trip).cssClass(), "d", path);
    }
  }

  /** A path in whole units, each step relative to the one before. */
  private static Optional<String> path(Line line, MapFrame frame) {
    Coordinate[] points = line.spots().stream().map(frame::project).toArray(Coordinate[]::new);
    if (Arrays.stream(points).noneMatch(frame::shows)) {
      return Optional.empty();
    }
    StringBuilder path = new StringBuilder();
    long x = 0;
    long y = 0;
    for (Coordinate point : simplified(points)) {
      long nextX = Math.round(point.x);
      long nextY = Math.round(point.y);
      path.append(path.isEmpty() ? 'M' : 'l').append(nextX - x).append(' ').append(nextY - y);
      x = nextX;
      y = nextY;
    }
    return Optional.of(points.length == 1 ? path + "h0" : path.toString());
  }

  private static Coordinate[] simplified(Coordinate[] points) {
    return points.length < 3
        ? points
        : DouglasPeuckerSimplifier.simplify(GEOMETRY.createLineString(points), TOLERANCE)
            .getCoordinates();
  }

  /** Dots are strokes without length: they keep their size on every screen. */
  private void drawEnds(Svg svg, MapFrame frame) {
    StringBuilder starts = new StringBuilder();
    StringBuilder ends = new StringBuilder();
    for (Trip trip : newestFirst.subList(0, Math.min(MARKED_TRIPS, newestFirst.size()))) {
      List<Spot> both = Tracks.ends(trip);
      dot(starts, frame, both.get(0));
      dot(ends, frame, both.get(1));
    }
    drawDots(svg, starts, "start");
    drawDots(svg, ends, "end");
  }

  private static void dot(StringBuilder path, MapFrame frame, Spot spot) {
    Coordinate at = frame.project(spot);
    if (frame.shows(at)) {
      path.append('M').append(Math.round(at.x)).append(' ').append(Math.round(at.y)).append("h0");
    }
  }

  private static void drawDots(Svg svg, StringBuilder path, String cssClass) {
    if (!path.isEmpty()) {
      svg.mark("path", "class", "dots " + cssClass + "-edge", "d", path);
      svg.mark("path", "class", "dots " + cssClass, "d", path);
    }
  }

  private void drawGrid(Svg svg, MapFrame frame) {
    frame.meridians().forEach(degrees -> drawMeridian(svg, frame, degrees));
    frame.parallels().forEach(degrees -> drawParallel(svg, frame, degrees));
  }

  private void drawMeridian(Svg svg, MapFrame frame, double degrees) {
    double x = frame.project(new Spot(0, degrees)).x;
    svg.mark("line", "class", "grid", "x1", x, "x2", x, "y1", 0, "y2", frame.height());
    if (x < MapFrame.WIDTH * CLEAR_OF_SCALE) {
      String label = degrees(degrees, frame.gridDegrees(), "E", "W");
      svg.text("text", label, "x", x + 50, "y", frame.height() - 70);
    }
  }

  private void drawParallel(Svg svg, MapFrame frame, double degrees) {
    double y = frame.project(new Spot(degrees, 0)).y;
    svg.mark("line", "class", "grid", "x1", 0, "x2", MapFrame.WIDTH, "y1", y, "y2", y);
    if (y > TEXT_HEIGHT && y < frame.height() - TEXT_HEIGHT) {
      String label = degrees(degrees, frame.gridDegrees(), "N", "S");
      svg.text("text", label, "x", 60, "y", y - 50);
    }
  }

  private String degrees(double degrees, double step, String positive, String negative) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    String number = String.format(words.locale(), "%." + decimals + "f", Math.abs(degrees));
    return number + "° " + (degrees < 0 ? negative : positive);
  }

  private void drawScale(Svg svg, MapFrame frame) {
    double longest = MapFrame.WIDTH * BAR_SHARE * frame.metersPerUnit();
    double meters = Scale.roundStep(longest / 2.001);
    double right = MapFrame.WIDTH - 200;
    double left = right - meters / frame.metersPerUnit();
    double y = frame.height() - 200;
    svg.mark("path", "class", "scale", "d", "M%.0f %.0fv90H%.0fv-90".formatted(left, y, right));
    String label =
        meters < 1000 ? figures.whole(meters) + " m" : figures.whole(meters / 1000) + " km";
    svg.text(
        "text", label, "class", "strong", "x", (left + right) / 2, "y", y, "text-anchor", "middle");
  }

  private void drawNorth(Svg svg) {
    double x = MapFrame.WIDTH - 340;
    svg.mark("path", "class", "north", "d", "M%.0f 200l130 340l-130-80l-130 80z".formatted(x));
    svg.text(
        "text",
        words.text("map.north"),
        "class",
        "strong",
        "x",
        x,
        "y",
        820,
        "text-anchor",
        "middle");
  }
}
