package dev.glovebox.simulate;

import static dev.glovebox.simulate.FleetSignal.INSIDE_TEMP;
import static dev.glovebox.simulate.FleetSignal.LOCATION;
import static dev.glovebox.simulate.FleetSignal.ODOMETER;
import static dev.glovebox.simulate.FleetSignal.PACK_CURRENT;
import static dev.glovebox.simulate.FleetSignal.ROUTE_LINE;

import dev.glovebox.simulate.Items.Arm;
import dev.glovebox.simulate.Places.Where;

/** Writes messages of vehicle data as they come, and notes what must become of each. */
final class DataMessages {

  static final String EXPERIMENT = "Experimental_3";

  private static final double NANOS_SHARE = 0.3;
  private static final double WHOLE_REPEAT_SHARE = 0.7;
  private static final int OLD_VALUES_IN_MIXED = 3;
  private static final FleetSignal[] NEW_VALUES = {
    FleetSignal.ISOLATION_RESISTANCE,
    FleetSignal.DI_HEATSINK_T_R,
    FleetSignal.DI_V_BAT_R,
    FleetSignal.DI_STATOR_TEMP_F,
    FleetSignal.DI_INVERTER_T_R
  };

  private final FleetOptions options;
  private final Places places;
  private final Readings readings;
  private final Handling.Table handling;
  private final Lines lines;
  private final PlantedCounts counts;
  private final Items items;

  DataMessages(
      FleetOptions options,
      Places places,
      Handling.Table handling,
      Lines lines,
      PlantedCounts counts) {
    this.options = options;
    this.places = places;
    this.readings = new Readings(options, places);
    this.handling = handling;
    this.lines = lines;
    this.counts = counts;
    this.items = new Items(lines.json());
  }

  /** Writes what a tick sends by itself, as one message or as two. */
  void regular(TickStream at) {
    ReadingDraft draft = at.draft();
    draft.read(readings, at);
    if (draft.count() == 0) {
      return;
    }
    Fate place = place(at);
    Holders.Known holder = holder(at);
    if (at.happening() == Rate.SPLIT_READING && draft.sends(LOCATION) && draft.sends(ODOMETER)) {
      split(at, place, holder);
      return;
    }
    boolean resent = at.delivery() == Delivery.LATE || at.happening() == Rate.RESEND_NEW;
    if (at.happening() == Rate.RESEND_NEW) {
      counts.plant(Rate.RESEND_NEW);
    }
    if (at.delivery() == Delivery.LATE) {
      counts.plant(Rate.LATE_DRIVE);
    }
    lines.beginData();
    for (int i = 0; i < draft.count(); i++) {
      judged(at, draft.signal(i), place, holder);
    }
    end(at, resent ? Lines.Resend.YES : Lines.Resend.NO);
    row(counts.message(Kind.VEHICLE_DATA));
  }

  /** Every second value goes in a message of its own, which has no position. */
  private void split(TickStream at, Fate place, Holders.Known holder) {
    ReadingDraft draft = at.draft();
    counts.plant(Rate.SPLIT_READING);
    for (int half = 0; half < 2; half++) {
      lines.beginData();
      for (int i = 0; i < draft.count(); i++) {
        FleetSignal signal = draft.signal(i);
        if (half(signal, i) == half) {
          judged(at, signal, place, holder);
        }
      }
      end(at, Lines.Resend.NO);
      Fate fate = counts.message(Kind.VEHICLE_DATA);
      if (half == 0) {
        row(fate);
      }
    }
  }

  private static int half(FleetSignal signal, int index) {
    if (signal == PACK_CURRENT) {
      return 1;
    }
    return signal == LOCATION || signal == ODOMETER ? 0 : index % 2;
  }

  /** Writes what was sent at a tick once more, whole, in part, with a new value or changed. */
  void again(TickStream at) {
    ReadingDraft draft = at.draft();
    draft.read(readings, at);
    Rate happening = at.happening();
    switch (happening) {
      case CONFLICTING_VALUE -> conflict(at);
      case RESEND_MIXED -> mixed(at);
      default -> repeat(at);
    }
  }

  private void repeat(TickStream at) {
    boolean whole = draws(at).unit(at.tick(), 20) < WHOLE_REPEAT_SHARE;
    int repeated = repeats(at, whole ? Integer.MAX_VALUE : 1);
    if (repeated == 0) {
      lines.cancel();
      return;
    }
    counts.plant(at.happening());
    end(at, at.happening() == Rate.RESEND_OLD ? Lines.Resend.YES : Lines.Resend.NO);
    counts.message(Kind.VEHICLE_DATA);
  }

  private void mixed(TickStream at) {
    if (repeats(at, OLD_VALUES_IN_MIXED) == 0) {
      lines.cancel();
      return;
    }
    counts.plant(Rate.RESEND_MIXED);
    FleetSignal added = NEW_VALUES[draws(at).below(at.tick(), NEW_VALUES.length)];
    lines.separate();
    item(at, added, 300 + at.tick() % 200);
    counts.value(handling.of(added).fate(holder(at), Fate.RELEASED));
    end(at, Lines.Resend.YES);
    Fate fate = counts.message(Kind.VEHICLE_DATA);
    if (otherDay(at)) {
      row(fate);
    }
  }

  /** Writes up to so many values that were sent at the tick; gives how many. */
  private int repeats(TickStream at, int most) {
    ReadingDraft draft = at.draft();
    lines.beginData();
    int repeated = 0;
    for (int i = 0; i < draft.count() && repeated < most; i++) {
      FleetSignal signal = draft.signal(i);
      if (handling.of(signal).decoded()) {
        lines.separate();
        item(at, signal, draft.value(signal));
        counts.value(Fate.REPEATED_VALUE);
        repeated++;
      }
    }
    return repeated;
  }

  private void conflict(TickStream at) {
    ReadingDraft draft = at.draft();
    FleetSignal signal = draft.sends(ODOMETER) ? ODOMETER : INSIDE_TEMP;
    if (!draft.sends(signal) || !handling.of(signal).decoded()) {
      return;
    }
    counts.plant(Rate.CONFLICTING_VALUE);
    lines.beginData();
    lines.separate();
    item(at, signal, draft.value(signal) + 7);
    counts.value(Fate.CONFLICTING_VALUE);
    end(at, Lines.Resend.NO);
    counts.message(Kind.VEHICLE_DATA);
  }

  private void judged(TickStream at, FleetSignal signal, Fate place, Holders.Known holder) {
    lines.separate();
    Handling handled = handling.of(signal);
    Fate placed = place;
    if (signal == ROUTE_LINE) {
      RouteLine line = RouteLine.of(at.phase(), places);
      items.line(line.json());
      placed =
          place == Fate.RELEASED && line.where() == Where.INSIDE ? Fate.SENSITIVE_PLACE : place;
    } else {
      items.item(signal, at.draft().value(signal), arm(at, signal));
    }
    counts.value(handled.fate(holder, placed));
  }

  private void item(TickStream at, FleetSignal signal, long value) {
    if (signal == ROUTE_LINE) {
      items.line(RouteLine.of(at.phase(), places).json());
    } else {
      items.item(signal, value, arm(at, signal));
    }
  }

  private Arm arm(TickStream at, FleetSignal signal) {
    boolean typed =
        signal.alwaysTyped || signal == LOCATION || at.vehicle().profile().typedAt(at.micros());
    double rate = options.rates().of(Rate.ARM_DRIFT);
    if (rate == 0 || drifts(signal) == signal.alwaysTyped) {
      return typed ? Arm.TYPED : Arm.TEXT;
    }
    double unit = draws(at).unit(at.tick() * 128L + signal.ordinal(), 21 + at.delivery().ordinal());
    if (unit >= rate) {
      return typed ? Arm.TYPED : Arm.TEXT;
    }
    counts.plant(Rate.ARM_DRIFT);
    if (!typed) {
      return Arm.TYPED;
    }
    return unit < rate / 2 ? Arm.OTHER : Arm.TEXT;
  }

  /** False where there is but one arm. */
  private static boolean drifts(FleetSignal signal) {
    return switch (signal.wire) {
      case TEXT, LINE, DOORS, TYRES -> false;
      default -> true;
    };
  }

  private Fate place(TickStream at) {
    return at.draft().place(readings, places, at);
  }

  private void end(TickStream at, Lines.Resend resend) {
    lines.endData(at.vehicle().vin(), at.micros(), nanos(at), resend);
  }

  /** Some instants come to the nanosecond, of which the microsecond is kept. */
  private static int nanos(TickStream at) {
    boolean fine = at.micros() % 1_000 != 0 && at.delivery() == Delivery.ON_TIME;
    return fine && draws(at).unit(at.tick(), 22) < NANOS_SHARE
        ? 1 + draws(at).below(at.tick(), 998)
        : 0;
  }

  private void row(Fate fate) {
    if (fate == Fate.RELEASED) {
      counts.telemetryRow();
    }
  }

  private boolean otherDay(TickStream at) {
    Calendar calendar = Calendar.of(options);
    return calendar.day(at.delivery().arrivalMicros(at.micros()))
        != calendar.day(Delivery.ON_TIME.arrivalMicros(at.micros()));
  }

  private static Holders.Known holder(TickStream at) {
    return at.vehicle().holders().at(at.micros());
  }

  private static Draws draws(TickStream at) {
    return at.phase().draws();
  }
}
