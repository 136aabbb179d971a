package dev.glovebox.delivery;

import java.util.function.UnaryOperator;

/** The datums in which the map files of a package are written. */
@SuppressWarnings("ImmutableEnumChecker") // it is not changed once made
enum Datum {
  WGS84("WGS 84", "", position -> position),
  /** For map services in mainland China. */
  GCJ02("GCJ-02", ".gcj02", Gcj02::of);

  private static final double ROUNDING = 1e7;

  private final String title;
  private final String infix;
  private final UnaryOperator<Position> conversion;

  Datum(String title, String infix, UnaryOperator<Position> conversion) {
    this.title = title;
    this.infix = infix;
    this.conversion = conversion;
  }

  String title() {
    return title;
  }

  /** The name of a map file in it. */
  String file(String name, String extension) {
    return name + infix + extension;
  }

  /** A position of WGS 84 in this datum, to the centimetre. */
  Position of(Position wgs84) {
    Position converted = conversion.apply(wgs84);
    return new Position(rounded(converted.latitudeDeg()), rounded(converted.longitudeDeg()));
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * ROUNDING) / ROUNDING;
  }
}
