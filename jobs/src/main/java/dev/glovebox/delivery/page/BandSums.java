package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.TemperatureBand;
import dev.glovebox.delivery.page.Journal.Trip;

/** Adds up trips of one vehicle in one band of temperature, of which all that counts is known. */
final class BandSums {

  private long trips;
  private double distanceKm;
  private double energyKwh;

  void add(Trip trip) {
    trips++;
    distanceKm += trip.distanceKm().getAsDouble();
    energyKwh += trip.energyKwh().getAsDouble();
  }

  TemperatureBand of(int fromC, String vin) {
    return new TemperatureBand(fromC, vin, trips, distanceKm, energyKwh);
  }
}
