package dev.glovebox.delivery;

import java.io.IOException;

/** A file of trips for maps, written trip by trip. */
interface MapFile {

  /** Adds a trip. */
  void add(TripShape trip) throws IOException;

  /** Writes what ends the file. */
  void end() throws IOException;
}
