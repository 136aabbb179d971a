package dev.glovebox.simulate;

/**
 * Where a vehicle can stand: metres along the streets of its city, always on a street along u.
 *
 * @param name what its driver calls it
 */
record Spot(double u, double v, Kind kind, String name) {

  enum Kind {
    HOME,
    WORK,
    CHARGER,
    ELSEWHERE
  }
}
