package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Charge;
import dev.glovebox.delivery.page.Journal.Line;
import dev.glovebox.delivery.page.Journal.Spot;
import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Two vehicles that are driven every day in one town, and now and then to another one. */
final class DrivenYears {

  private static final long SEED = 7;
  private static final Spot HOME = new Spot(31.2304, 121.4737);
  private static final Spot WORK = new Spot(31.3002, 121.5801);
  private static final Spot SHOP = new Spot(31.1901, 121.4301);
  private static final Spot FAR = new Spot(30.2741, 120.1551);

  private final Random random = new Random(SEED);
  private final PageNotes notes = new PageNotes(PageFixtures.ZONE);
  private final LocalDate first;
  private final int days;
  private boolean places = true;
  private int number;

  /**
   * @param year the years begin at the end of November of it
   */
  DrivenYears(int year, int years) {
    this.first = LocalDate.of(year, 11, 24);
    this.days = 365 * years;
  }

  DrivenYears placeless() {
    places = false;
    return this;
  }

  Journal journal() {
    for (int day = 0; day < days; day++) {
      Instant morning = first.plusDays(day).atTime(7, 40).atZone(PageFixtures.ZONE).toInstant();
      double warmth =
          16 - 14 * Math.cos(2 * Math.PI * (first.plusDays(day).getDayOfYear() - 20) / 365);
      commute(PageFixtures.FIRST_VIN, morning, warmth, day);
      if (day % 3 == 0) {
        commute(PageFixtures.SECOND_VIN, morning.plusSeconds(3600), warmth, day);
      }
    }
    return notes.journal();
  }

  private void commute(String vin, Instant morning, double warmth, int day) {
    double aged = 1 - day / 40_000.0;
    if (day % 41 == 7) {
      drive(vin, morning, HOME, FAR, warmth);
      charge(vin, morning.plusSeconds(9000), "DC", "fast-charger", 42);
      drive(vin, morning.plusSeconds(30_000), FAR, HOME, warmth);
    } else {
      drive(vin, morning, HOME, WORK, warmth);
      drive(vin, morning.plusSeconds(34_000), WORK, day % 5 == 0 ? SHOP : HOME, warmth);
    }
    if (day % 3 == 1) {
      charge(vin, morning.plusSeconds(48_000), "AC", "home", 21);
    }
    if (day % 10 == 4) {
      notes.alert(
          day % 20 == 4 ? "VCFRONT_a180_washerFluidLow" : "UI_a137_tirePressureLow", morning);
    }
    double soc = 35 + random.nextInt(60);
    double range = (vin.equals(PageFixtures.FIRST_VIN) ? 438 : 510) * aged * soc / 100;
    notes.battery(vin, morning, OptionalDouble.of(soc), OptionalDouble.of(range));
  }

  private void drive(String vin, Instant at, Spot from, Spot to, double warmth) {
    double distanceKm = 1.35 * kilometers(from, to);
    double chill = Math.max(0, 18 - warmth) * 0.35;
    double energyKwh = distanceKm * (14.2 + chill + random.nextDouble() * 2) / 100;
    double hours = distanceKm / (distanceKm > 80 ? 82 : 31);
    notes.trip(
        new Trip(
            vin,
            id(),
            at,
            at.plusSeconds(Math.round(hours * 3600)),
            OptionalDouble.of(distanceKm),
            OptionalDouble.of(energyKwh),
            OptionalDouble.of(distanceKm / hours),
            OptionalDouble.of(distanceKm > 80 ? 121 : 74),
            OptionalDouble.of(78),
            OptionalDouble.of(78 - energyKwh / 0.6),
            OptionalDouble.of(warmth),
            places ? track(from, to) : List.of()));
  }

  private void charge(String vin, Instant at, String current, String place, double energyKwh) {
    double more = energyKwh + random.nextInt(8);
    notes.charge(
        new Charge(
            vin,
            id(),
            at,
            at.plusSeconds(current.equals("DC") ? 1800 : 14_000),
            OptionalDouble.of(more),
            OptionalDouble.of(24),
            OptionalDouble.of(24 + more / 0.6),
            OptionalDouble.of(current.equals("DC") ? 128 : 7),
            Optional.of(current),
            Optional.of(place)));
  }

  private String id() {
    return "%08x%024x".formatted(number++ * 2654435761L & 0xffffffffL, number);
  }

  /** Along streets that turn; now and then a stretch lacks. */
  private List<Line> track(Spot from, Spot to) {
    List<Spot> spots = new ArrayList<>();
    int turns = 24;
    int route = random.nextInt(3);
    for (int i = 0; i <= turns; i++) {
      double along = (double) i / turns;
      double stair = i % 4 < 2 ? along : Math.floor(along * 6) / 6;
      double sway = Math.sin(along * Math.PI) * (route - 1) * 0.06;
      double jitter = (random.nextDouble() - 0.5) * 0.0008;
      spots.add(
          new Spot(
              from.latitudeDeg()
                  + (to.latitudeDeg() - from.latitudeDeg()) * along
                  + sway * 0.7
                  + jitter,
              from.longitudeDeg() + (to.longitudeDeg() - from.longitudeDeg()) * stair + sway));
    }
    return random.nextInt(4) > 0
        ? List.of(new Line(spots))
        : List.of(new Line(spots.subList(0, 9)), new Line(spots.subList(13, turns + 1)));
  }

  private static double kilometers(Spot from, Spot to) {
    double north = (to.latitudeDeg() - from.latitudeDeg()) * 111.2;
    double east = (to.longitudeDeg() - from.longitudeDeg()) * 95;
    return Math.hypot(north, east);
  }
}
