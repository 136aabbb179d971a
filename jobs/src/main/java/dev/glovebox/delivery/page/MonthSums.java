package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Charge;
import dev.glovebox.delivery.page.Journal.Month;
import dev.glovebox.delivery.page.Journal.Trip;
import java.time.YearMonth;

/** Adds up trips and charges of one vehicle's month. */
final class MonthSums {

  private long trips;
  private double distanceKm;
  private double drivenKwh;
  private long charges;
  private double acKwh;
  private double dcKwh;
  private double otherKwh;
  private double homeKwh;
  private double fastChargerKwh;
  private double elsewhereKwh;

  void add(Trip trip) {
    trips++;
    distanceKm += trip.distanceKm().orElse(0);
    drivenKwh += trip.energyKwh().orElse(0);
  }

  void add(Charge charge) {
    charges++;
    double energyKwh = charge.energyKwh().orElse(0);
    switch (charge.currentKind().orElse("")) {
      case "AC" -> acKwh += energyKwh;
      case "DC" -> dcKwh += energyKwh;
      default -> otherKwh += energyKwh;
    }
    switch (charge.placeKind().orElse("")) {
      case "home" -> homeKwh += energyKwh;
      case "fast-charger" -> fastChargerKwh += energyKwh;
      default -> elsewhereKwh += energyKwh;
    }
  }

  Month of(YearMonth month, String vin) {
    return new Month(
        month,
        vin,
        trips,
        distanceKm,
        drivenKwh,
        charges,
        acKwh,
        dcKwh,
        otherKwh,
        homeKwh,
        fastChargerKwh,
        elsewhereKwh);
  }
}
