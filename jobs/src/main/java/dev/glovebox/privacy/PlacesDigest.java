package dev.glovebox.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Tells one set of places and margin from another, without telling where they lie. */
final class PlacesDigest {

  private PlacesDigest() {}

  /**
   * The digest; the order of polygons, where a ring starts and its direction have no part in it.
   */
  static String of(List<Polygon> polygons, double marginMeters) {
    return Sha256.hex(
        polygons.stream()
            .map(PlacesDigest::canonical)
            .sorted()
            .collect(Collectors.joining("\n", marginMeters + "\n", "")));
  }

  private static String canonical(Polygon polygon) {
    Polygon normal = (Polygon) polygon.norm();
    StringBuilder rings = new StringBuilder(canonical(normal.getExteriorRing()));
    for (int i = 0; i < normal.getNumInteriorRing(); i++) {
      rings.append(" hole ").append(canonical(normal.getInteriorRingN(i)));
    }
    return rings.toString();
  }

  private static String canonical(LinearRing ring) {
    return Arrays.stream(ring.getCoordinates())
        .map(PlacesDigest::canonical)
        .collect(Collectors.joining(" "));
  }

  /** Adding 0 makes one number of the two zeros. */
  private static String canonical(Coordinate corner) {
    return (corner.x + 0.0) + "," + (corner.y + 0.0);
  }
}
