package dev.glovebox.simulate;

import dev.glovebox.simulate.Items.Arm;

/** Writes what vehicles send while they brake hard: an alert, and densely how they move. */
final class BrakingMessages {

  /** Before the reading of the same moment, so that no two messages share an instant. */
  private static final long ALERT_INSTANT = 6;

  private final FleetOptions options;
  private final Calendar calendar;
  private final Handling.Table handling;
  private final Lines lines;
  private final PlantedCounts counts;
  private final Items items;
  private final long[] values = new long[FleetSignal.COUNT];

  BrakingMessages(
      FleetOptions options, Handling.Table handling, Lines lines, PlantedCounts counts) {
    this.options = options;
    this.calendar = Calendar.of(options);
    this.handling = handling;
    this.lines = lines;
    this.counts = counts;
    this.items = new Items(lines.json());
  }

  /** Writes what of it arrives in a window of time. */
  void write(Vehicle vehicle, long fromMicros, long untilMicros) {
    if (vehicle.profile().brakesHard()) {
      vehicle
          .timeline()
          .hardBraking()
          .ifPresent(phase -> write(vehicle, phase, fromMicros, untilMicros));
    }
  }

  private void write(Vehicle vehicle, Phase phase, long fromMicros, long untilMicros) {
    Delivery delivery = phase.isLate(options, calendar) ? Delivery.LATE : Delivery.ON_TIME;
    long from = delivery.instantMicros(fromMicros);
    long until = delivery.instantMicros(untilMicros);
    HardBraking braking = new HardBraking(phase);
    long alerted = braking.micros() + ALERT_INSTANT;
    if (from <= alerted && alerted < until) {
      alert(vehicle, braking, alerted);
    }
    for (long micros : braking.instants()) {
      if (from <= micros && micros < until) {
        reading(vehicle, braking, micros, delivery);
      }
    }
  }

  private void reading(Vehicle vehicle, HardBraking braking, long micros, Delivery delivery) {
    braking.read(micros, values);
    Arm arm = vehicle.profile().typedAt(micros) ? Arm.TYPED : Arm.TEXT;
    lines.beginData();
    for (FleetSignal signal : HardBraking.SENT) {
      lines.separate();
      items.item(signal, values[signal.ordinal()], arm);
      counts.value(handling.of(signal).fate(vehicle.holders().at(micros), Fate.RELEASED));
    }
    boolean late = delivery == Delivery.LATE;
    lines.endData(vehicle.vin(), micros, 0, late ? Lines.Resend.YES : Lines.Resend.NO);
    if (counts.message(Kind.VEHICLE_DATA) == Fate.RELEASED) {
      counts.telemetryRow();
    }
  }

  private void alert(Vehicle vehicle, HardBraking braking, long micros) {
    JsonBytes json = lines.json();
    json.ascii("{\"alerts\":[{\"name\":\"").ascii(HardBraking.ALERT);
    json.ascii("\",\"audiences\":[\"Customer\",\"Service\"],\"startedAt\":\"");
    json.instant(braking.micros(), 0).ascii("\",\"endedAt\":null}],\"createdAt\":\"");
    json.instant(micros, 0).ascii("\",\"vin\":\"").ascii(vehicle.vin()).ascii("\"}\n");
    Fate fate = Handling.PLAIN.fate(vehicle.holders().at(micros), Fate.RELEASED);
    counts.value(fate);
    counts.message(Kind.ALERTS);
    if (fate == Fate.RELEASED) {
      counts.alertRows(1);
    }
  }
}
