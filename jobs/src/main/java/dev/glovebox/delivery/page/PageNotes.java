package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.AlertCount;
import dev.glovebox.delivery.page.Journal.Charge;
import dev.glovebox.delivery.page.Journal.Month;
import dev.glovebox.delivery.page.Journal.TemperatureBand;
import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

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

  private static final int COUNTED_ALERT_NAMES = 5000;
  private static final int BAND_DEGREES = 5;

  private record MonthKey(YearMonth month, String vin) {}

  private record BandKey(int fromC, String vin) {}

  private final ZoneId zone;
  private final Newest<Trip> trips = new Newest<>(LISTED_TRIPS, newestTrip());
  private final Newest<Charge> charges = new Newest<>(LISTED_CHARGES, newestCharge());
  private final Map<MonthKey, MonthSums> months =
      new TreeMap<>(Comparator.comparing(MonthKey::month).thenComparing(MonthKey::vin));
  private final Map<BandKey, BandSums> temperatures =
      new TreeMap<>(Comparator.comparing(BandKey::fromC).thenComparing(BandKey::vin));
  private final Map<MonthKey, BatterySums> batteries =
      new TreeMap<>(Comparator.comparing(MonthKey::month).thenComparing(MonthKey::vin));
  private final Map<String, AlertCount> alerts = new HashMap<>();
  private long alertsInAll;
  private BatterySums latest;

  /**
   * @param zone in which a month is meant
   */
  public PageNotes(ZoneId zone) {
    this.zone = zone;
  }

  /** Notes a trip. */
  public void trip(Trip trip) {
    trips.add(Tracks.thinned(trip));
    monthSums(trip.startedAt(), trip.vin()).add(trip);
    boolean known =
        trip.outsideTemperatureC().isPresent()
            && trip.energyKwh().isPresent()
            && trip.distanceKm().isPresent();
    if (known) {
      int band = (int) Math.floor(trip.outsideTemperatureC().getAsDouble() / BAND_DEGREES);
      temperatures
          .computeIfAbsent(new BandKey(band * BAND_DEGREES, trip.vin()), absent -> new BandSums())
          .add(trip);
    }
  }

  /** Notes a charging session. */
  public void charge(Charge charge) {
    charges.add(charge);
    monthSums(charge.startedAt(), charge.vin()).add(charge);
  }

  /** Notes an alert. */
  public void alert(String name, Instant at) {
    alertsInAll++;
    if (alerts.size() < COUNTED_ALERT_NAMES || alerts.containsKey(name)) {
      alerts.merge(
          name,
          new AlertCount(name, 1, at),
          (before, now) ->
              new AlertCount(
                  name,
                  before.times() + 1,
                  before.lastAt().isAfter(at) ? before.lastAt() : now.lastAt()));
    }
  }

  /**
   * Notes what a reading tells of the battery.
   *
   * @param socPercent {@code soc_percent} of telemetry
   * @param rangeKm {@code rated_range_km}, or the car's best estimate where there is none
   */
  public void battery(String vin, Instant at, OptionalDouble socPercent, OptionalDouble rangeKm) {
    if (socPercent.isEmpty()) {
      return;
    }
    if (latest == null || !latest.covers(vin, at)) {
      YearMonth month = YearMonth.from(at.atZone(zone));
      latest =
          batteries.computeIfAbsent(
              new MonthKey(month, vin), absent -> new BatterySums(vin, month, zone));
    }
    latest.add(socPercent.getAsDouble(), rangeKm);
  }

  /** What was noted so far. */
  public Journal journal() {
    return new Journal(
        trips.newestFirst(),
        trips.seen(),
        charges.newestFirst(),
        charges.seen(),
        months.entrySet().stream().map(PageNotes::month).toList(),
        temperatures.entrySet().stream().map(PageNotes::band).toList(),
        batteries.values().stream().map(BatterySums::month).toList(),
        mostFrequentAlerts(),
        alertsInAll);
  }

  private MonthSums monthSums(Instant at, String vin) {
    return months.computeIfAbsent(
        new MonthKey(YearMonth.from(at.atZone(zone)), vin), absent -> new MonthSums());
  }

  private List<AlertCount> mostFrequentAlerts() {
    return alerts.values().stream()
        .sorted(Comparator.comparing(AlertCount::times).reversed().thenComparing(AlertCount::name))
        .limit(LISTED_ALERTS)
        .toList();
  }

  private static Month month(Map.Entry<MonthKey, MonthSums> sums) {
    return sums.getValue().of(sums.getKey().month(), sums.getKey().vin());
  }

  private static TemperatureBand band(Map.Entry<BandKey, BandSums> sums) {
    return sums.getValue().of(sums.getKey().fromC(), sums.getKey().vin());
  }

  private static Comparator<Trip> newestTrip() {
    return Comparator.comparing(Trip::startedAt).thenComparing(Trip::tripId).reversed();
  }

  private static Comparator<Charge> newestCharge() {
    return Comparator.comparing(Charge::startedAt).thenComparing(Charge::chargeId).reversed();
  }
}
