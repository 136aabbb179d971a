package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Duration;
import java.time.Instant;

/** How old a trip is beside the newest one; the map colours by it. */
enum Recency {
  MONTH(30),
  QUARTER(91),
  YEAR(366),
  OLDER(Long.MAX_VALUE);

  private final long days;

  Recency(long days) {
    this.days = days;
  }

  static Recency of(Trip trip, Instant newest) {
    long age = Duration.between(trip.startedAt(), newest).toDays();
    for (Recency each : values()) {
      if (age < each.days) {
        return each;
      }
    }
    return OLDER;
  }

  /** The class that gives it its colour. */
  String cssClass() {
    return "r" + ordinal();
  }
}
