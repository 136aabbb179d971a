package dev.glovebox.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is derived again around what changed is what is derived of everything. */
class DerivedAgainTest {

  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final int BATCHES = 12;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void isTheSameWhateverBatchCameLast(long seed) {
    Random random = new Random(seed);
    List<Sent> all = days(random);
    Set<Integer> there = new TreeSet<>();
    State state = new State(List.of(), List.of());
    for (int round = 0; round < 60; round++) {
      int batch = random.nextInt(BATCHES);
      Set<Integer> before = new TreeSet<>(there);
      if (!there.remove(batch)) {
        there.add(batch);
      }
      List<Sent> now = readings(all, there);
      // A batch that vanishes leaves nothing but what was derived from it.
      List<Sent> changed = before.contains(batch) ? List.of() : readings(all, Set.of(batch));
      state = derivedAgain(state, now, changed, day(batch));

      Sent.Result scratch = Sent.derive(now);
      assertThat(state.trips()).as("trips of round %d", round).isEqualTo(scratch.trips());
      assertThat(state.charges()).as("charges of round %d", round).isEqualTo(scratch.charges());
    }
    assertThat(Sent.derive(all).trips()).hasSizeGreaterThan(5);
    assertThat(Sent.derive(all).charges()).hasSizeGreaterThan(1);
  }

  private record State(List<Trip> trips, List<Charge> charges) {}

  /** As the job does it, for one vehicle and holder. */
  private static State derivedAgain(State state, List<Sent> now, List<Sent> changed, int day) {
    List<Span> touched = new ArrayList<>();
    List<Span> held = new ArrayList<>();
    changed.forEach(each -> touched.add(new Span(micros(each), micros(each))));
    for (Trip trip : state.trips()) {
      (trip.batchDays().contains(day) ? touched : held)
          .add(new Span(trip.startMicros(), trip.endMicros()));
    }
    for (Charge charge : state.charges()) {
      (charge.batchDays().contains(day) ? touched : held)
          .add(new Span(charge.startMicros(), charge.endMicros()));
    }
    Windows windows = new Windows(Span.toDeriveAgain(touched, held));
    List<Trip> trips = new ArrayList<>(state.trips());
    List<Charge> charges = new ArrayList<>(state.charges());
    trips.removeIf(trip -> windows.begins(trip.startMicros()));
    charges.removeIf(charge -> windows.begins(charge.startMicros()));
    Derived derived =
        new Derived(
            trip -> addWithin(windows, trip.startMicros(), trip, trips),
            charge -> addWithin(windows, charge.startMicros(), charge, charges));
    int window = -1;
    for (Sent each : now) {
      int in = windows.of(micros(each));
      if (in >= 0) {
        if (in != window) {
          derived.cut();
        }
        window = in;
        derived.add(each.reading());
      }
    }
    derived.end();
    trips.sort(Comparator.comparingLong(Trip::startMicros));
    charges.sort(Comparator.comparingLong(Charge::startMicros));
    return new State(trips, charges);
  }

  private static <T> void addWithin(Windows windows, long start, T derived, List<T> all) {
    if (windows.begins(start)) {
      all.add(derived);
    }
  }

  /** Four days of drives, stops and charges, each reading in one of the batches. */
  private static List<Sent> days(Random random) {
    List<Sent> sent = new ArrayList<>();
    Instant at = START;
    double odometer = 1_000;
    double charge = 80;
    while (at.isBefore(START.plusSeconds(4 * 86_400))) {
      int minutes = 1 + random.nextInt(90);
      boolean drives = random.nextInt(3) > 0;
      boolean charges = !drives && random.nextBoolean();
      for (int i = 0; i <= minutes; i++) {
        Sent each = Sent.at(at.plusSeconds(60L * i + random.nextInt(30)));
        if (drives) {
          odometer += i == 0 ? 0 : random.nextInt(20) / 10.0;
          charge -= 0.05;
          each.odometer(odometer).speed(i == minutes ? 0 : random.nextInt(90));
          each.gear(i == 0 ? "D" : i == minutes && random.nextInt(4) > 0 ? "P" : null);
        } else if (charges) {
          charge += 0.1;
          each.with(Quantity.AC_POWER, i == minutes ? 0 : 6.6);
          each.charging(i == 0 ? "Charging" : i == minutes ? ending(random) : null);
        }
        each.with(Quantity.STATE_OF_CHARGE, charge).with(Quantity.ENERGY_REMAINING, charge / 2);
        if (random.nextInt(10) > 0) {
          sent.add(each.arrived(date(random.nextInt(BATCHES))));
        }
      }
      at = at.plusSeconds(60L * (minutes + 1 + random.nextInt(drives ? 20 : 90)));
    }
    Set<Instant> instants = new HashSet<>();
    sent.removeIf(each -> !instants.add(each.instant()));
    return sent;
  }

  private static String ending(Random random) {
    return new String[] {"Complete", "Disconnected", "Stopped", null}[random.nextInt(4)];
  }

  private static List<Sent> readings(List<Sent> all, Set<Integer> batches) {
    return all.stream()
        .filter(each -> batches.contains(each.batchDay() - day(0)))
        .sorted(Comparator.comparing(Sent::instant))
        .toList();
  }

  private static LocalDate date(int batch) {
    return LocalDate.of(2026, 11, 10).plusDays(batch);
  }

  private static int day(int batch) {
    return Math.toIntExact(date(batch).toEpochDay());
  }

  private static long micros(Sent sent) {
    return Sent.micros(sent.instant());
  }
}
