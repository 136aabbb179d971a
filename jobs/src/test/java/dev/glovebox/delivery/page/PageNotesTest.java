package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.glovebox.delivery.page.Journal.AlertCount;
import dev.glovebox.delivery.page.Journal.BatteryMonth;
import dev.glovebox.delivery.page.Journal.Charge;
import dev.glovebox.delivery.page.Journal.Line;
import dev.glovebox.delivery.page.Journal.Month;
import dev.glovebox.delivery.page.Journal.Spot;
import dev.glovebox.delivery.page.Journal.TemperatureBand;
import dev.glovebox.delivery.page.Journal.Trip;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageNotesTest {

  private static final String VIN = PageFixtures.FIRST_VIN;
  private static final Instant NOON = Instant.parse("2026-11-01T04:00:00Z");

  private final PageNotes notes = new PageNotes(ZoneId.of("Asia/Shanghai"));

  @Test
  void addsUpTripsByMonthOfTheZone() {
    notes.trip(trip("a", Instant.parse("2026-10-31T15:59:00Z"), 10, 2, 8));
    notes.trip(trip("b", Instant.parse("2026-10-31T16:00:00Z"), 20, 3, 8));

    assertThat(notes.journal().months())
        .extracting(Month::month, Month::trips, Month::distanceKm, Month::drivenKwh)
        .containsExactly(
            tuple(YearMonth.of(2026, 10), 1L, 10.0, 2.0),
            tuple(YearMonth.of(2026, 11), 1L, 20.0, 3.0));
  }

  @Test
  void addsUpChargesByCurrentAndPlace() {
    notes.charge(charge("a", 10, "AC", "home"));
    notes.charge(charge("b", 30, "DC", "fast-charger"));
    notes.charge(charge("c", 5, null, null));

    Month month = notes.journal().months().get(0);
    assertThat(month.charges()).isEqualTo(3);
    assertThat(List.of(month.acKwh(), month.dcKwh(), month.otherKwh()))
        .containsExactly(10.0, 30.0, 5.0);
    assertThat(List.of(month.homeKwh(), month.fastChargerKwh(), month.elsewhereKwh()))
        .containsExactly(10.0, 30.0, 5.0);
  }

  @Test
  void putsTripsIntoBandsOfFiveDegrees() {
    notes.trip(trip("a", NOON, 10, 2, -0.1));
    notes.trip(trip("b", NOON, 10, 1, 0));
    notes.trip(trip("c", NOON, 30, 5, 4.9));

    assertThat(notes.journal().temperatures())
        .containsExactly(
            new TemperatureBand(-5, VIN, 1, 10, 2), new TemperatureBand(0, VIN, 2, 40, 6));
  }

  @Test
  void leavesTripsOfUnknownTemperatureOutOfTheBands() {
    notes.trip(trip("a", NOON, 10, 2, Double.NaN));

    assertThat(notes.journal().temperatures()).isEmpty();
    assertThat(notes.journal().tripsInAll()).isEqualTo(1);
  }

  @Test
  void estimatesAFullRangeWhileHalfFullOnly() {
    battery(80, 320);
    battery(50, 210);
    battery(49, 150);

    BatteryMonth month = notes.journal().batteries().get(0);
    assertThat(month.lowestSocPercent()).isEqualTo(49);
    assertThat(month.highestSocPercent()).isEqualTo(80);
    assertThat(month.meanSocPercent()).isCloseTo(59.67, within(0.01));
    assertThat(month.fullRangeKm().getAsDouble()).isCloseTo(410, within(1e-9));
  }

  @Test
  void keepsBatteriesOfMonthsAndVehiclesApart() {
    battery(80, 320);
    notes.battery("OTHER", NOON, OptionalDouble.of(20), OptionalDouble.empty());
    notes.battery(VIN, NOON.minusSeconds(86_400), OptionalDouble.of(30), OptionalDouble.empty());
    battery(60, 240);

    assertThat(notes.journal().batteries())
        .extracting(BatteryMonth::month, BatteryMonth::vin, BatteryMonth::meanSocPercent)
        .containsExactly(
            tuple(YearMonth.of(2026, 10), VIN, 30.0),
            tuple(YearMonth.of(2026, 11), VIN, 70.0),
            tuple(YearMonth.of(2026, 11), "OTHER", 20.0));
  }

  @Test
  void keepsTheNewestTripsInAnyOrderOfRows() {
    int seen = PageNotes.LISTED_TRIPS + 10;
    IntStream.range(0, seen)
        .map(i -> (i * 7919) % seen)
        .forEach(i -> notes.trip(trip("t" + i, NOON.plusSeconds(60L * i), 1, 1, 5)));

    Journal journal = notes.journal();
    assertThat(journal.tripsInAll()).isEqualTo(seen);
    assertThat(journal.trips()).hasSize(PageNotes.LISTED_TRIPS);
    assertThat(journal.trips().get(0).tripId()).isEqualTo("t" + (seen - 1));
    assertThat(journal.trips().get(PageNotes.LISTED_TRIPS - 1).tripId()).isEqualTo("t10");
    assertThat(journal.months().get(0).trips()).isEqualTo(seen);
  }

  @Test
  void countsAlertsByName() {
    notes.alert("low", NOON);
    notes.alert("rare", NOON);
    notes.alert("low", NOON.minusSeconds(60));

    assertThat(notes.journal().alerts())
        .containsExactly(new AlertCount("low", 2, NOON), new AlertCount("rare", 1, NOON));
    assertThat(notes.journal().alertsInAll()).isEqualTo(3);
  }

  @Test
  void listsFewAlertsOfMany() {
    IntStream.range(0, 10_000).forEach(i -> notes.alert("alert" + i, NOON));

    assertThat(notes.journal().alerts()).hasSize(PageNotes.LISTED_ALERTS);
    assertThat(notes.journal().alertsInAll()).isEqualTo(10_000);
  }

  @Test
  void keepsEndsOfALongTrack() {
    List<Spot> spots =
        IntStream.range(0, 5000).mapToObj(i -> new Spot(31 + i * 1e-4, 121)).toList();
    notes.trip(
        withTrack(List.of(new Line(spots.subList(0, 2000)), new Line(spots.subList(2000, 5000)))));

    List<Line> kept = notes.journal().trips().get(0).track();
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).spots()).startsWith(spots.get(0)).endsWith(spots.get(1999));
    assertThat(kept.get(1).spots()).startsWith(spots.get(2000)).endsWith(spots.get(4999));
    assertThat(kept.get(0).spots().size() + kept.get(1).spots().size()).isLessThan(160);
  }

  private void battery(double socPercent, double rangeKm) {
    notes.battery(VIN, NOON, OptionalDouble.of(socPercent), OptionalDouble.of(rangeKm));
  }

  private static Trip withTrack(List<Line> track) {
    return trip("long", NOON, 1, 1, 5, track);
  }

  static Trip trip(String id, Instant at, double distanceKm, double energyKwh, double celsius) {
    return trip(id, at, distanceKm, energyKwh, celsius, List.of());
  }

  static Trip trip(
      String id,
      Instant at,
      double distanceKm,
      double energyKwh,
      double celsius,
      List<Line> track) {
    OptionalDouble unknown = OptionalDouble.empty();
    return new Trip(
        VIN,
        id,
        at,
        at.plusSeconds(600),
        OptionalDouble.of(distanceKm),
        OptionalDouble.of(energyKwh),
        unknown,
        unknown,
        unknown,
        unknown,
        Double.isNaN(celsius) ? unknown : OptionalDouble.of(celsius),
        track);
  }

  private static Charge charge(String id, double energyKwh, String current, String place) {
    OptionalDouble unknown = OptionalDouble.empty();
    return new Charge(
        VIN,
        id,
        NOON,
        NOON.plusSeconds(600),
        OptionalDouble.of(energyKwh),
        unknown,
        unknown,
        unknown,
        Optional.ofNullable(current),
        Optional.ofNullable(place));
  }
}
