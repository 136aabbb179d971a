package dev.glovebox.trip;

import dev.glovebox.trip.Reading.Charging;
import dev.glovebox.trip.Reading.Gear;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A reading made by hand, value by value. */
final class Sent {

  private final Instant at;
  private final double[] values = Reading.nothing();
  private Gear gear = Gear.UNTOLD;
  private Charging charging = Charging.UNTOLD;
  private LocalDate batchDate;

  private Sent(Instant at) {
    this.at = at;
    this.batchDate = at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  static Sent at(String instant) {
    return new Sent(Instant.parse(instant));
  }

  static Sent at(Instant instant) {
    return new Sent(instant);
  }

  Sent gear(String name) {
    gear = Gear.of(name);
    return this;
  }

  Sent charging(String detailed) {
    charging = Charging.of(detailed, null);
    return this;
  }

  Sent with(Quantity quantity, double value) {
    values[quantity.ordinal()] = value;
    return this;
  }

  Sent speed(double kmh) {
    return with(Quantity.SPEED, kmh);
  }

  Sent odometer(double km) {
    return with(Quantity.ODOMETER, km);
  }

  Sent position(double latitudeDeg, double longitudeDeg) {
    return with(Quantity.LATITUDE, latitudeDeg).with(Quantity.LONGITUDE, longitudeDeg);
  }

  Sent arrived(LocalDate date) {
    batchDate = date;
    return this;
  }

  int batchDay() {
    return Math.toIntExact(batchDate.toEpochDay());
  }

  Instant instant() {
    return at;
  }

  Reading reading() {
    return new Reading(micros(at), Math.toIntExact(batchDate.toEpochDay()), gear, charging, values);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** What is derived from readings, put in order of time. */
  static Result derive(List<Sent> sent) {
    Result result = new Result(new ArrayList<>(), new ArrayList<>());
    Derived derived = new Derived(result.trips()::add, result.charges()::add);
    sent.stream()
        .sorted(Comparator.comparing(Sent::instant).thenComparing(each -> each.batchDate))
        .forEach(each -> derived.add(each.reading()));
    derived.end();
    return result;
  }

  static Result derive(Sent... sent) {
    return derive(List.of(sent));
  }

  record Result(List<Trip> trips, List<Charge> charges) {

    Trip trip() {
      org.assertj.core.api.Assertions.assertThat(trips).hasSize(1);
      return trips.get(0);
    }

    Charge charge() {
      org.assertj.core.api.Assertions.assertThat(charges).hasSize(1);
      return charges.get(0);
    }
  }
}
