package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Trip;
import java.util.OptionalDouble;

/** The list of trips. */
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

  private final Telling telling;
  private final Figures figures;

  TripLog(Telling telling) {
    this.telling = telling;
    this.figures = telling.figures();
  }

  MonthlyLog<TripRow> log() {
    Journal journal = telling.facts().journal();
    return MonthlyLog.of(
        telling,
        new MonthlyLog.Source<>(
            "trips",
            journal.trips(),
            journal.tripsInAll(),
            Trip::startedAt,
            trip -> trip.distanceKm().orElse(0),
            this::row));
  }

  private TripRow row(Trip trip) {
    return new TripRow(
        trip.startedAt().toString(),
        telling.span(trip.startedAt(), trip.endedAt()),
        figures.duration(trip.startedAt(), trip.endedAt()),
        Telling.shortened(trip.tripId()),
        telling.names().name(trip.vin()),
        figures.tenths(trip.distanceKm(), "km"),
        figures.tenths(trip.energyKwh(), "kWh"),
        consumption(trip.energyKwh(), trip.distanceKm()),
        figures.whole(trip.averageSpeedKmh(), "km/h"),
        telling.known("trips.top", trip.topSpeedKmh()),
        figures.soc(trip.startSocPercent(), trip.endSocPercent()));
  }

  private String consumption(OptionalDouble energyKwh, OptionalDouble distanceKm) {
    return energyKwh.isPresent() && distanceKm.isPresent()
        ? figures.consumption(energyKwh.getAsDouble(), distanceKm.getAsDouble()) + " kWh/100 km"
        : "";
  }
}
