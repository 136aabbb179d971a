package dev.glovebox.delivery.page;

import dev.glovebox.delivery.drawing.Scale;
import dev.glovebox.delivery.page.Journal.Spot;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The stretch of the earth that a map shows, in Mercator's projection: north is up and shapes of
 * towns are true. A unit of the drawing is a tenth of a pixel of a map 800 pixels wide.
 */
final class MapFrame {

  static final int WIDTH = 8000;

  private static final double EARTH_RADIUS_METERS = 6_371_000;
  private static final double LEAST_SPAN = 1000 / EARTH_RADIUS_METERS;
  private static final double STEEPEST_DEG = 85;
  private static final double PADDING = 0.07;
  private static final double FLATTEST = 0.5;
  private static final double TALLEST = 0.72;

  /** A core this much smaller than the whole deserves a map of its own. */
  private static final double TELLING_CORE = 0.4;

  private final Envelope area;
  private final double unitsPerRadian;
  private final int height;

  private MapFrame(Envelope spots) {
    Envelope padded = padded(spots);
    double tallness = padded.getHeight() / padded.getWidth();
    this.height = (int) Math.round(WIDTH * Math.min(TALLEST, Math.max(FLATTEST, tallness)));
    this.unitsPerRadian = Math.min(WIDTH / padded.getWidth(), height / padded.getHeight());
    this.area = new Envelope(padded.centre());
    area.expandBy(WIDTH / unitsPerRadian / 2, height / unitsPerRadian / 2);
  }

  /** A frame around all of these, of which there is one at least. */
  static MapFrame around(List<Spot> spots) {
    Envelope all = new Envelope();
    spots.forEach(spot -> all.expandToInclude(mercator(spot)));
    return new MapFrame(all);
  }

  /** A frame around where most of these are, if that is a small part of the whole. */
  static Optional<MapFrame> aroundMost(List<Spot> spots) {
    double[] x = spots.stream().mapToDouble(spot -> mercator(spot).x).sorted().toArray();
    double[] y = spots.stream().mapToDouble(spot -> mercator(spot).y).sorted().toArray();
    int low = (int) (x.length * 0.06);
    int high = x.length - 1 - low;
    Envelope core = new Envelope(x[low], x[high], y[low], y[high]);
    double whole = Math.max(x[x.length - 1] - x[0], y[y.length - 1] - y[0]);
    boolean telling = Math.max(core.getWidth(), core.getHeight()) < TELLING_CORE * whole;
    return telling ? Optional.of(new MapFrame(core)) : Optional.empty();
  }

  int height() {
    return height;
  }

  Coordinate project(Spot spot) {
    Coordinate at = mercator(spot);
    return new Coordinate(
        (at.x - area.getMinX()) * unitsPerRadian, (area.getMaxY() - at.y) * unitsPerRadian);
  }

  boolean shows(Coordinate projected) {
    return projected.x >= 0 && projected.x <= WIDTH && projected.y >= 0 && projected.y <= height;
  }

  /** How many metres a unit of the drawing is, at the middle of the map. */
  double metersPerUnit() {
    return EARTH_RADIUS_METERS
        * Math.cos(Math.toRadians(latitude(area.centre().y)))
        / unitsPerRadian;
  }

  /** Round degrees of longitude in the frame. */
  DoubleStream meridians() {
    return roundDegrees(Math.toDegrees(area.getMinX()), Math.toDegrees(area.getMaxX()));
  }

  /** Round degrees of latitude in the frame. */
  DoubleStream parallels() {
    return roundDegrees(latitude(area.getMinY()), latitude(area.getMaxY()));
  }

  /** Between two lines of the grid, so many degrees. */
  double gridDegrees() {
    return Scale.roundStep(Math.toDegrees(area.getWidth()) / 4);
  }

  private DoubleStream roundDegrees(double from, double to) {
    double step = gridDegrees();
    return DoubleStream.iterate(Math.ceil(from / step), i -> i * step <= to, i -> i + 1)
        .map(i -> i * step);
  }

  private static Coordinate mercator(Spot spot) {
    double latitude = Math.max(-STEEPEST_DEG, Math.min(STEEPEST_DEG, spot.latitudeDeg()));
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    return new Coordinate(Math.toRadians(spot.longitudeDeg()), y);
  }

  private static double latitude(double mercatorY) {
    return Math.toDegrees(2 * Math.atan(Math.exp(mercatorY)) - Math.PI / 2);
  }

  private static Envelope padded(Envelope spots) {
    Envelope padded = new Envelope(spots);
    double cosine = Math.cos(Math.toRadians(latitude(spots.centre().y)));
    double least = LEAST_SPAN / cosine;
    padded.expandBy(
        Math.max(0, (least - spots.getWidth()) / 2), Math.max(0, (least - spots.getHeight()) / 2));
    double margin = PADDING * Math.max(padded.getWidth(), padded.getHeight());
    padded.expandBy(margin);
    return padded;
  }
}
