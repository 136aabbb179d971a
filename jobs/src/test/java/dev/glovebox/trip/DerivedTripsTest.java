package dev.glovebox.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glovebox.trip.Sent.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drives of one holder, from readings made by hand. */
class DerivedTripsTest {

  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

  @Test
  void goesFromTheGearToDriveInToParking() {
    Trip trip =
        Sent.derive(
                Sent.at("2026-11-02T07:50:00Z")
                    .gear("P")
                    .odometer(1_000)
                    .with(Quantity.ENERGY_REMAINING, 50)
                    .with(Quantity.STATE_OF_CHARGE, 80),
                Sent.at("2026-11-02T08:00:00Z").gear("D"),
                Sent.at("2026-11-02T08:00:10Z").speed(36).odometer(1_000.05),
                Sent.at("2026-11-02T08:01:00Z").speed(90).odometer(1_001),
                Sent.at("2026-11-02T08:02:00Z").speed(0).odometer(1_002),
                Sent.at("2026-11-02T08:03:00Z")
                    .gear("P")
                    .odometer(1_002.5)
                    .with(Quantity.ENERGY_REMAINING, 49.5)
                    .with(Quantity.STATE_OF_CHARGE, 79.2),
                Sent.at("2026-11-02T08:20:00Z").odometer(1_002.5))
            .trip();

    assertThat(trip.startMicros()).isEqualTo(Sent.micros(START));
    assertThat(trip.endMicros()).isEqualTo(Sent.micros(START.plusSeconds(180)));
    assertThat(trip.distanceKm()).isEqualTo(2.5);
    assertThat(trip.energyKwh()).isEqualTo(0.5);
    assertThat(trip.topSpeedKmh()).isEqualTo(90);
    assertThat(trip.averageSpeedKmh()).isEqualTo(50);
    assertThat(trip.startSocPercent()).isEqualTo(80);
    assertThat(trip.endSocPercent()).isEqualTo(79.2);
    assertThat(trip.startOdometerKm()).isEqualTo(1_000);
    assertThat(trip.endOdometerKm()).isEqualTo(1_002.5);
    assertThat(trip.gaps()).isEmpty();
    assertThat(trip.batchDays()).containsExactly(day("2026-11-02"));
  }

  @Test
  void isOneOverMidnightAndAMonthsEnd() {
    Result result = Sent.derive(drive(Instant.parse("2026-11-30T15:50:00Z"), 20));

    assertThat(result.trip().seconds()).isEqualTo(20 * 60);
    assertThat(Sent.derive(drive(Instant.parse("2026-11-30T23:50:00Z"), 20)).trip().batchDays())
        .containsExactly(day("2026-11-30"), day("2026-12-01"));
  }

  @Test
  void isOneWithAGapWhenItIsSilentForAWhile() {
    List<Sent> sent = drive(START, 30);
    sent.removeIf(isBetween(START.plusSeconds(600), START.plusSeconds(1_200)));

    Trip trip = Sent.derive(sent).trip();

    assertThat(trip.distanceKm()).isCloseTo(30, within(0.001));
    assertThat(trip.gaps())
        .containsExactly(
            new Gap(Sent.micros(START.plusSeconds(600)), Sent.micros(START.plusSeconds(1_200))));
  }

  @Test
  void isTwoWhenItIsSilentForLong() {
    List<Sent> sent = drive(START, 60);
    sent.removeIf(isBetween(START.plusSeconds(600), START.plusSeconds(1_560)));

    Result result = Sent.derive(sent);

    assertThat(result.trips()).hasSize(2);
    assertThat(result.trips().get(0).endMicros()).isEqualTo(Sent.micros(START.plusSeconds(600)));
    assertThat(result.trips().get(1).startMicros())
        .isEqualTo(Sent.micros(START.plusSeconds(1_560)));
    assertThat(result.trips().get(1).distanceKm()).isCloseTo(34, within(0.001));
  }

  @Test
  void isTheSameWhenAPartOfItArrivesLate() {
    List<Sent> sent = drive(START, 30);
    Trip whole = Sent.derive(sent).trip();
    LocalDate later = LocalDate.of(2026, 11, 5);
    for (int i = 10; i < 20; i++) {
      sent.get(i).arrived(later);
    }

    Trip trip = Sent.derive(sent).trip();

    assertThat(trip.distanceKm()).isEqualTo(whole.distanceKm());
    assertThat(trip.batchDays()).containsExactly(day("2026-11-02"), day("2026-11-05"));
  }

  @Test
  void beginsForABuyerWithTheFirstMotionThatIsTheirs() {
    List<Sent> drive = drive(START, 30);
    Instant sold = START.plusSeconds(905);

    Trip seller =
        Sent.derive(drive.stream().filter(it -> it.instant().isBefore(sold)).toList()).trip();
    Trip buyer =
        Sent.derive(drive.stream().filter(it -> !it.instant().isBefore(sold)).toList()).trip();

    assertThat(seller.endMicros()).isEqualTo(Sent.micros(START.plusSeconds(900)));
    assertThat(buyer.startMicros()).isEqualTo(Sent.micros(START.plusSeconds(910)));
    assertThat(seller.distanceKm() + buyer.distanceKm()).isCloseTo(30 - 1.0 / 6, within(0.001));
  }

  @Test
  void isCutWhereSomebodyElseHeldTheVehicle() {
    List<Trip> trips = new ArrayList<>();
    Derived derived = new Derived(trips::add, charge -> {});
    for (Sent each : drive(START, 30)) {
      if (each.instant().equals(START.plusSeconds(600))) {
        derived.cut();
      }
      derived.add(each.reading());
    }
    derived.end();

    assertThat(trips).hasSize(2);
    assertThat(trips.get(0).endMicros()).isEqualTo(Sent.micros(START.plusSeconds(590)));
    assertThat(trips.get(1).startOdometerKm()).isCloseTo(110, within(1e-9));
  }

  @Test
  void hasNoTrackWherePositionsAreWithheld() {
    List<Sent> sent = drive(START, 30);
    sent.forEach(
        each -> each.with(Quantity.LATITUDE, Double.NaN).with(Quantity.LONGITUDE, Double.NaN));

    assertThat(Sent.derive(sent).trip().track()).isEmpty();
    assertThat(Sent.derive(sent).trip().distanceKm()).isCloseTo(30, within(0.001));
  }

  @Test
  void hasOnlyReleasedPositionsOnItsTrack() {
    List<Sent> sent = drive(START, 30);
    sent.stream()
        .filter(isBetween(START.plusSeconds(300), START.plusSeconds(600)))
        .forEach(
            each -> each.with(Quantity.LATITUDE, Double.NaN).with(Quantity.LONGITUDE, Double.NaN));

    List<TrackPoint> track = Sent.derive(sent).trip().track();

    assertThat(track).isNotEmpty();
    assertThat(track)
        .noneMatch(
            point ->
                point.micros() > Sent.micros(START.plusSeconds(300))
                    && point.micros() < Sent.micros(START.plusSeconds(600)));
  }

  @Test
  void keepsAStraightTrackAsItsTwoEnds() {
    List<TrackPoint> track = Sent.derive(drive(START, 30)).trip().track();

    assertThat(track).hasSize(2);
    assertThat(track.get(0).latitudeDeg()).isEqualTo(31.0);
    assertThat(track.get(1).latitudeDeg()).isCloseTo(31.0 + 30 / 111.32, within(1e-9));
  }

  @Test
  void leavesOutAPositionThatCannotBe() {
    List<Sent> sent = drive(START, 30);
    sent.get(60).position(39.9, 116.4);

    assertThat(Sent.derive(sent).trip().track()).hasSize(2);
  }

  @Test
  void isNoneWhenNothingMoved() {
    assertThat(
            Sent.derive(
                    Sent.at("2026-11-02T08:00:00Z").gear("D").speed(0).odometer(500),
                    Sent.at("2026-11-02T08:00:30Z").gear("P").odometer(500))
                .trips())
        .isEmpty();
    assertThat(Sent.derive(Sent.at("2026-11-02T08:00:00Z").speed(50)).trips()).isEmpty();
  }

  @Test
  void doesNotCountALeapOfTheOdometer() {
    List<Sent> sent = drive(START, 30);
    sent.get(60).odometer(250_000);

    assertThat(Sent.derive(sent).trip().distanceKm()).isCloseTo(30, within(0.001));
  }

  @Test
  void countsOnFromAnOdometerThatWasSetAnew() {
    List<Sent> sent = drive(START, 30);
    for (int i = 90; i < sent.size(); i++) {
      sent.get(i).odometer((i - 90) / 6.0);
    }

    Trip trip = Sent.derive(sent).trip();

    assertThat(trip.distanceKm()).isCloseTo(30 - 1.0 / 6, within(0.001));
    assertThat(trip.endOdometerKm()).isCloseTo(15, within(0.001));
  }

  @Test
  void measuresBySpeedWhereThereIsNoOdometer() {
    List<Sent> sent = drive(START, 30);
    sent.forEach(each -> each.odometer(Double.NaN));

    assertThat(Sent.derive(sent).trip().distanceKm()).isCloseTo(30, within(0.5));
  }

  @Test
  void endsWhereItLastMovedWhenItStandsForLongInGear() {
    List<Sent> sent = drive(START, 10);
    sent.remove(sent.size() - 1);
    for (int minute = 10; minute < 60; minute++) {
      sent.add(Sent.at(START.plus(Duration.ofMinutes(minute))).speed(0));
    }

    assertThat(Sent.derive(sent).trip().endMicros()).isEqualTo(Sent.micros(START.plusSeconds(590)));
  }

  @Test
  void goesOnAfterATrafficJam() {
    List<Sent> sent = drive(START, 10);
    sent.remove(sent.size() - 1);
    for (int minute = 10; minute < 30; minute++) {
      sent.add(Sent.at(START.plus(Duration.ofMinutes(minute))).speed(0));
    }
    sent.add(Sent.at(START.plus(Duration.ofMinutes(30))).speed(20));
    sent.add(Sent.at(START.plus(Duration.ofMinutes(31))).gear("P"));

    assertThat(Sent.derive(sent).trip().seconds()).isEqualTo(31 * 60);
  }

  @Test
  void isCalledTheSameWheneverItIsDerived() {
    String name = Identity.of("trip", "owner-1", "VIN", 7);

    assertThat(name).hasSize(32).isEqualTo(Identity.of("trip", "owner-1", "VIN", 7));
    assertThat(
            List.of(
                Identity.of("charge", "owner-1", "VIN", 7),
                Identity.of("trip", "owner-2", "VIN", 7),
                Identity.of("trip", "owner-1V", "IN", 7),
                Identity.of("trip", "owner-1", "VIN", 8)))
        .doesNotContain(name)
        .doesNotHaveDuplicates();
  }

  /** North at 60 km/h, a reading every ten seconds, from the gear to the parking gear. */
  static List<Sent> drive(Instant start, int minutes) {
    List<Sent> sent = new ArrayList<>();
    int last = minutes * 6;
    for (int i = 0; i <= last; i++) {
      double kilometers = i / 6.0;
      sent.add(
          Sent.at(start.plusSeconds(10L * i))
              .gear(i == 0 ? "D" : i == last ? "P" : null)
              .speed(i == 0 || i == last ? 0 : 60)
              .odometer(100 + kilometers)
              .position(31.0 + kilometers / 111.32, 121.0));
    }
    return sent;
  }

  private static java.util.function.Predicate<Sent> isBetween(Instant from, Instant to) {
    return each -> each.instant().isAfter(from) && each.instant().isBefore(to);
  }

  private static int day(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }
}
