package dev.glovebox.delivery;

import java.util.Locale;

/** The tables of a package, in the order in which their rows come. */
public enum Section {
  /** In order of vehicle and start; a trip belongs to the request in whose range it starts. */
  TRIPS,
  /** In order of vehicle and start; a charge belongs to the request in whose range it starts. */
  CHARGES,
  /** In order of vehicle and {@code captured_at}. */
  ALERTS,
  /** In order of vehicle and {@code captured_at}. */
  CONNECTIVITY,
  /** In order of vehicle and {@code event_date}; whole days, those that the range touches. */
  COMPLETENESS,
  /** In order of month, vehicle and {@code captured_at}. */
  TELEMETRY;

  /** The name of the lake's table and of the files in a package. */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }
}
