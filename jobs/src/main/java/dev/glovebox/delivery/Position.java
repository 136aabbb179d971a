package dev.glovebox.delivery;

/** A position in degrees; the datum is the caller's to name. */
record Position(double latitudeDeg, double longitudeDeg) {}
