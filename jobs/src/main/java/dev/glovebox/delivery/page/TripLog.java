package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The list of trips, month by month, newest first. */
final class TripLog {

  /** A trip. */
  public record TripRow(
      String startedUtc,
      String when,
      String duration,
      String id,
      String vehicle,
      String distance,
      String energy,
      String consumption,
      String averageSpeed,
      String topSpeed,
      String soc) {}

  /** The trips of a month. */
  public record TripMonth(String name, String sum, List<TripRow> rows) {}

  /** All of it. */
  public record Log(String lead, String leftOut, boolean severalVehicles, List<TripMonth> months) {}

  private final Telling telling;
  private final Figures figures;

  TripLog(Telling telling) {
    this.telling = telling;
    this.figures = telling.figures();
  }

  Log log() {
    Journal journal = telling.facts().journal();
    long older = journal.tripsInAll() - journal.trips().size();
    return new Log(
        telling.text("trips.lead", journal.tripsInAll()),
        older > 0 ? telling.text("trips.left-out", journal.trips().size(), older) : "",
        !telling.names().isOnlyOne(),
        byMonth(journal.trips()).entrySet().stream()
            .map(each -> month(each.getKey(), each.getValue()))
            .toList());
  }

  private Map<YearMonth, List<Trip>> byMonth(List<Trip> newestFirst) {
    ZoneId zone = telling.facts().asked().zone();
    return newestFirst.stream()
        .collect(
            Collectors.groupingBy(
                trip -> YearMonth.from(trip.startedAt().atZone(zone)),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private TripMonth month(YearMonth month, List<Trip> trips) {
    double distanceKm = trips.stream().mapToDouble(trip -> trip.distanceKm().orElse(0)).sum();
    String sum = telling.text("trips.month", trips.size(), figures.whole(distanceKm));
    return new TripMonth(figures.month(month), sum, trips.stream().map(this::row).toList());
  }

  private TripRow row(Trip trip) {
    return new TripRow(
        trip.startedAt().toString(),
        telling.text(
            "log.when",
            figures.day(trip.startedAt()),
            figures.time(trip.startedAt()),
            figures.time(trip.endedAt())),
        figures.duration(Duration.between(trip.startedAt(), trip.endedAt())),
        trip.tripId(),
        telling.names().name(trip.vin()),
        withUnit(figures.tenths(trip.distanceKm()), "km"),
        withUnit(figures.tenths(trip.energyKwh()), "kWh"),
        consumption(trip),
        withUnit(figures.whole(trip.averageSpeedKmh()), "km/h"),
        trip.topSpeedKmh().isPresent()
            ? telling.text("trips.top", figures.whole(trip.topSpeedKmh()))
            : "",
        figures.soc(trip.startSocPercent(), trip.endSocPercent()));
  }

  private String consumption(Trip trip) {
    OptionalDouble energyKwh = trip.energyKwh();
    OptionalDouble distanceKm = trip.distanceKm();
    return energyKwh.isPresent() && distanceKm.isPresent()
        ? withUnit(
            figures.consumption(energyKwh.getAsDouble(), distanceKm.getAsDouble()), "kWh/100 km")
        : "";
  }

  static String withUnit(String number, String unit) {
    return number.equals(Figures.UNKNOWN) ? number : number + " " + unit;
  }
}
