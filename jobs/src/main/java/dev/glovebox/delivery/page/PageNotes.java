package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Charge;
import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalDouble;

/**
 * Notes down what a page shows while the rows of a package go by, in bounded memory: sums by month
 * of everything, the newest trips and charges themselves. Rows may come in any order.
 */
public final class PageNotes {

  /** So many trips, the newest, are listed and drawn. */
  public static final int LISTED_TRIPS = 3000;

  /** So many charges, the newest, are listed. */
  public static final int LISTED_CHARGES = 1000;

  /** So many kinds of alerts, the most frequent, are listed. */
  public static final int LISTED_ALERTS = 50;

  /**
   * @param zone in which a day and a month are meant
   */
  public PageNotes(ZoneId zone) {}

  /** Notes a trip. */
  public void trip(Trip trip) {}

  /** Notes a charging session. */
  public void charge(Charge charge) {}

  /** Notes an alert. */
  public void alert(String name, Instant at) {}

  /**
   * Notes what a reading tells of the battery.
   *
   * @param socPercent {@code soc_percent} of telemetry
   * @param rangeKm {@code rated_range_km}, or the car's best estimate where there is none
   */
  public void battery(String vin, Instant at, OptionalDouble socPercent, OptionalDouble rangeKm) {}

  /** What was noted so far. */
  public Journal journal() {
    throw new UnsupportedOperationException("Nothing is noted yet.");
  }
}
