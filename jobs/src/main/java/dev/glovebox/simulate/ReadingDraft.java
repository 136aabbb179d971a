package dev.glovebox.simulate;

import static dev.glovebox.simulate.FleetSignal.ABSENT;

import dev.glovebox.simulate.Phase.Kind;

/** What a vehicle reads at a tick, and which of it is sent: what changed, now and then all. */
final class ReadingDraft {

  private static final FleetSignal[] SIGNALS = FleetSignal.values();
  private static final int REGULAR = FleetSignal.ISOLATION_RESISTANCE.ordinal();
  private static final double PLACED_SHARE = 0.3;
  private static final long CARRY = 10 * Calendar.MINUTE;

  private long[] now = new long[FleetSignal.COUNT];
  private long[] before = new long[FleetSignal.COUNT];
  private final FleetSignal[] sent = new FleetSignal[FleetSignal.COUNT];
  private int count;
  private int phaseRead = -1;
  private int tickRead = -1;

  /** Reads everything at the stream's tick. */
  void read(Readings readings, TickStream at) {
    Phase phase = at.phase();
    int tick = at.tick();
    if (tick > 0 && phaseRead == phase.index() && tickRead == tick - 1) {
      long[] oldest = before;
      before = now;
      now = oldest;
    } else if (tick > 0) {
      readings.read(at.vehicle(), phase, tick - 1, before);
    }
    readings.read(at.vehicle(), phase, tick, now);
    phaseRead = phase.index();
    tickRead = tick;
    select(phase, tick);
  }

  int count() {
    return count;
  }

  FleetSignal signal(int index) {
    return sent[index];
  }

  long value(FleetSignal signal) {
    return now[signal.ordinal()];
  }

  boolean sends(FleetSignal signal) {
    for (int i = 0; i < count; i++) {
      if (sent[i] == signal) {
        return true;
      }
    }
    return false;
  }

  /** Where the last position sent within ten minutes lies, as a fate of what is placed. */
  Fate place(Readings readings, Places places, TickStream at) {
    City city = at.vehicle().profile().city();
    if (sends(FleetSignal.LOCATION)) {
      return fate(places.at(city, value(FleetSignal.LOCATION)));
    }
    Phase phase = at.phase();
    long position = readings.position(phase, at.tick(), city);
    for (int tick = at.tick(); tick >= 0; tick--) {
      if (at.micros() - phase.tickMicros(tick) > CARRY) {
        return Fate.PLACE_UNKNOWN;
      }
      long earlier = tick == 0 ? ABSENT : readings.position(phase, tick - 1, city);
      if (position != ABSENT && position != earlier) {
        return fate(places.at(city, position));
      }
      position = earlier;
    }
    return Fate.PLACE_UNKNOWN;
  }

  private static Fate fate(Places.Where where) {
    return where == Places.Where.INSIDE ? Fate.SENSITIVE_PLACE : Fate.RELEASED;
  }

  private void select(Phase phase, int tick) {
    boolean parked = phase.kind() == Kind.PARKED;
    boolean placed = parked && phase.draws().unit(tick, 3) < PLACED_SHARE;
    count = 0;
    for (int i = 0; i < REGULAR; i++) {
      boolean changed = tick == 0 || now[i] != before[i];
      if (now[i] != ABSENT && (changed || always(SIGNALS[i], parked, placed))) {
        sent[count++] = SIGNALS[i];
      }
    }
  }

  /** What is sent changed or not, so that no message has only what may be withheld. */
  private static boolean always(FleetSignal signal, boolean parked, boolean placed) {
    return switch (signal) {
      case PACK_CURRENT -> !parked;
      case INSIDE_TEMP, BATTERY_LEVEL -> parked;
      case LOCATED_AT_HOME, HOMELINK_NEARBY, GPS_STATE -> placed;
      default -> false;
    };
  }
}
