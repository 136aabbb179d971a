package dev.glovebox.simulate;

import java.util.List;

/** The ticks of one vehicle at which something arrives in a window of time, in order. */
final class TickStream implements Comparable<TickStream> {

  private final Vehicle vehicle;
  private final Delivery delivery;
  private final FleetOptions options;
  private final Calendar calendar;
  private final long fromMicros;
  private final long untilMicros;
  private final List<Phase> phases;
  private final ReadingDraft draft = new ReadingDraft();
  private int phase;
  private int tick;
  private int ticks;
  private long micros;
  private Rate happening;

  TickStream(
      Vehicle vehicle, Delivery delivery, FleetOptions options, long fromMicros, long untilMicros) {
    this.vehicle = vehicle;
    this.delivery = delivery;
    this.options = options;
    this.calendar = Calendar.of(options);
    this.fromMicros = delivery.instantMicros(fromMicros);
    this.untilMicros = delivery.instantMicros(untilMicros);
    this.phases = vehicle.timeline().phases();
    this.phase = vehicle.timeline().phaseAt(this.fromMicros);
    enter();
    tick = phases.get(phase).tickBefore(this.fromMicros) - 1;
  }

  /** Moves to the next tick; false when there is none in the window. */
  boolean next() {
    while (true) {
      tick++;
      while (tick >= ticks) {
        phase++;
        if (phase >= phases.size()) {
          return false;
        }
        enter();
        tick = 0;
      }
      micros = phases.get(phase).tickMicros(tick);
      if (micros >= untilMicros) {
        return false;
      }
      if (micros >= fromMicros && isSent()) {
        return true;
      }
    }
  }

  Vehicle vehicle() {
    return vehicle;
  }

  Delivery delivery() {
    return delivery;
  }

  Phase phase() {
    return phases.get(phase);
  }

  int tick() {
    return tick;
  }

  long micros() {
    return micros;
  }

  /** What happens to the message of this tick; null for nothing. */
  Rate happening() {
    return happening;
  }

  /** Room for the reading at hand. */
  ReadingDraft draft() {
    return draft;
  }

  @Override
  public int compareTo(TickStream other) {
    int byArrival =
        Long.compare(delivery.arrivalMicros(micros), other.delivery.arrivalMicros(other.micros));
    if (byArrival != 0) {
      return byArrival;
    }
    int byVehicle = Integer.compare(vehicle.profile().index(), other.vehicle.profile().index());
    return byVehicle != 0 ? byVehicle : delivery.compareTo(other.delivery);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  private void enter() {
    Phase entered = phases.get(phase);
    boolean sentLate = entered.isLate(options, calendar);
    boolean skipped = sentLate != (delivery == Delivery.LATE);
    ticks = skipped ? 0 : entered.ticks();
  }

  private boolean isSent() {
    happening =
        delivery == Delivery.LATE
            ? null
            : options.rates().draw(phases.get(phase).draws().unit(tick, 2));
    return delivery == Delivery.ON_TIME || delivery == Delivery.LATE || delivery.sends(happening);
  }
}
