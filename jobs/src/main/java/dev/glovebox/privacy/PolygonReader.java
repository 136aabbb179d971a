package dev.glovebox.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Reads the rings of one polygon of GeoJSON and checks that they bound an area. */
final class PolygonReader {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final int LEAST_POSITIONS = 4;
  private static final int NO_POSITION = -1;
  private static final double HALF_CIRCLE_DEG = 180;

  private final Faults faults;

  PolygonReader(Faults faults) {
    this.faults = faults;
  }

  /** The polygon, or nothing if it has a fault. */
  Optional<Polygon> read(String where, JsonNode rings) {
    if (!rings.isArray() || rings.isEmpty()) {
      faults.add(where, "has no ring.");
      return Optional.empty();
    }
    LinearRing[] read = new LinearRing[rings.size()];
    boolean whole = true;
    for (int i = 0; i < read.length; i++) {
      Optional<LinearRing> ring = ring(where + ", ring " + i, rings.get(i));
      read[i] = ring.orElse(null);
      whole &= ring.isPresent();
    }
    return whole ? valid(where, polygon(read)) : Optional.empty();
  }

  private static Polygon polygon(LinearRing[] rings) {
    LinearRing[] holes = Arrays.copyOfRange(rings, 1, rings.length);
    return GEOMETRY.createPolygon(rings[0], holes);
  }

  private Optional<Polygon> valid(String where, Polygon polygon) {
    TopologyValidationError error = new IsValidOp(polygon).getValidationError();
    if (error == null) {
      return Optional.of(polygon);
    }
    faults.add(where, "does not bound an area: " + error.getMessage() + ".");
    return Optional.empty();
  }

  private Optional<LinearRing> ring(String where, JsonNode positions) {
    if (!positions.isArray() || positions.size() < LEAST_POSITIONS) {
      faults.add(where, "needs at least four positions, the last like the first.");
      return Optional.empty();
    }
    Coordinate[] corners = new Coordinate[positions.size()];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = corner(positions.get(i));
    }
    Optional<String> problem = problem(corners);
    problem.ifPresent(each -> faults.add(where, each));
    return problem.isPresent() ? Optional.empty() : Optional.of(GEOMETRY.createLinearRing(corners));
  }

  /** The corner at a position, or null if that is no position on the globe. */
  private static Coordinate corner(JsonNode position) {
    JsonNode longitude = position.path(0);
    JsonNode latitude = position.path(1);
    boolean usable =
        position.isArray()
            && longitude.isNumber()
            && latitude.isNumber()
            && Wgs84.isPosition(latitude.doubleValue(), longitude.doubleValue());
    return usable ? new Coordinate(longitude.doubleValue(), latitude.doubleValue()) : null;
  }

  private static Optional<String> problem(Coordinate[] corners) {
    int wrong = Arrays.asList(corners).indexOf(null);
    if (wrong > NO_POSITION) {
      return Optional.of(
          "position "
              + wrong
              + " has to be a longitude from -180 to 180, then a latitude from -90"
              + " to 90.");
    }
    if (!corners[0].equals2D(corners[corners.length - 1])) {
      return Optional.of("is not closed. Repeat the first position at the end.");
    }
    return isAmbiguous(corners)
        ? Optional.of("spans more than 180 degrees at once. Cut it at the antimeridian.")
        : Optional.empty();
  }

  /** Whether an edge could go either way round the globe. */
  private static boolean isAmbiguous(Coordinate[] corners) {
    for (int i = 1; i < corners.length; i++) {
      if (Math.abs(corners[i].x - corners[i - 1].x) > HALF_CIRCLE_DEG) {
        return true;
      }
    }
    return false;
  }
}
