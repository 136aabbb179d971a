package dev.glovebox.simulate;

import dev.glovebox.simulate.Holders.Known;
import dev.glovebox.simulate.Items.Arm;

/**
 * Writes messages that are broken, strange or not to be believed. Each is one of its own at an
 * instant of its own, so that what becomes of it depends on nothing else.
 */
final class OddMessages {

  private static final long OWN_INSTANT = 2;
  private static final long AHEAD_INSTANT = 5;
  private static final long AHEAD_WITHIN = 4 * Calendar.MINUTE;
  private static final String UNLISTED = "FutureSignal7";
  private static final String[] BROKEN = {
    "{\"data\":[{\"key\":\"VehicleSpeed\",\"value\":{\"doub",
    "upstream connect error or disconnect before headers",
    "{\"hello\":1}",
    "[1,2,3]",
    "{\"data\":[],\"alerts\":[],\"createdAt\":\"2026-01-02T03:04:05Z\",\"vin\":\"LGB\"}",
    "\u0000\u0001\u0002"
  };
  private static final String[] OUT_OF_RANGE = {
    "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":9999}}",
    "{\"key\":\"Soc\",\"value\":{\"stringValue\":\"250.0\"}}",
    "{\"key\":\"OutsideTemp\",\"value\":{\"floatValue\":-400.5}}",
    "{\"key\":\"TpmsPressureFl\",\"value\":{\"doubleValue\":99}}",
    "{\"key\":\"GpsHeading\",\"value\":{\"doubleValue\":4000}}",
    "{\"key\":\"Gear\",\"value\":{\"stringValue\":\"ShiftStateX\"}}"
  };
  private static final String[] WRONG_TYPE = {
    "{\"key\":\"VehicleSpeed\",\"value\":{\"stringValue\":\"fast\"}}",
    "{\"key\":\"Soc\",\"value\":{\"booleanValue\":true}}",
    "{\"key\":\"BrakePedal\",\"value\":{\"stringValue\":\"maybe\"}}",
    "{\"key\":\"Odometer\",\"value\":{\"locationValue\":{\"latitude\":31.2,\"longitude\":121.4}}}"
  };
  private static final String[] INVALID = {
    "{\"key\":\"OutsideTemp\",\"value\":{\"invalid\":true}}",
    "{\"key\":\"VehicleSpeed\",\"value\":{\"stringValue\":\"NaN\"}}",
    "{\"key\":\"Soc\",\"value\":{}}",
    "{\"key\":\"Odometer\",\"value\":null}"
  };
  private static final String[] ZERO_POSITION = {
    "{\"key\":\"Location\",\"value\":{\"locationValue\":{\"latitude\":0,\"longitude\":0}}}",
    "{\"key\":\"Location\",\"value\":{\"stringValue\":\"(0.000000 N, 0.000000 E)\"}}",
    "{\"key\":\"Location\",\"value\":{\"locationValue\":{\"latitude\":31.217}}}"
  };

  private final Handling.Table handling;
  private final Lines lines;
  private final PlantedCounts counts;
  private final Items items;

  OddMessages(Handling.Table handling, Lines lines, PlantedCounts counts) {
    this.handling = handling;
    this.lines = lines;
    this.counts = counts;
    this.items = new Items(lines.json());
  }

  /** Writes what happens at a tick beside its message, if that is one of these. */
  void beside(TickStream at) {
    Rate happening = at.happening();
    if (happening == null) {
      return;
    }
    switch (happening) {
      case CLOCK_AHEAD_WITHIN -> ahead(at);
      case CLOCK_AHEAD_BEYOND -> farAhead(at);
      case CREATED_AT_NULL -> withoutInstant(at);
      case EMPTY_DATA -> empty(at);
      case BROKEN_LINE -> broken(at);
      case MISSING_VIN -> withoutVin(at);
      case UNKNOWN_VIN -> unknownVin(at);
      case UNKNOWN_SIGNAL -> unknownSignal(at);
      case OUT_OF_RANGE -> bad(at, OUT_OF_RANGE, Fate.OUT_OF_RANGE);
      case WRONG_TYPE -> bad(at, WRONG_TYPE, Fate.WRONG_TYPE);
      case INVALID_VALUE -> bad(at, INVALID, Fate.INVALID);
      case ZERO_POSITION -> bad(at, ZERO_POSITION, Fate.INVALID);
      default -> {}
    }
  }

  private void ahead(TickStream at) {
    counts.plant(Rate.CLOCK_AHEAD_WITHIN);
    long micros = at.micros() + AHEAD_WITHIN + AHEAD_INSTANT;
    lines.beginData();
    plain(at, micros);
    end(at, micros);
    close();
  }

  private void farAhead(TickStream at) {
    counts.plant(Rate.CLOCK_AHEAD_BEYOND);
    double minutes = at.phase().draws().between(at.tick(), 70, 600);
    lines.beginData();
    two(at);
    end(at, at.micros() + (long) (minutes * Calendar.MINUTE));
    counts.whole(Kind.VEHICLE_DATA, Fate.CLOCK_AHEAD, 2);
  }

  private void withoutInstant(TickStream at) {
    counts.plant(Rate.CREATED_AT_NULL);
    boolean empty = pick(at, 3) == 0;
    lines.beginData();
    if (!empty) {
      two(at);
    }
    lines.json().ascii("],\"createdAt\":null,\"vin\":\"").ascii(at.vehicle().vin());
    lines.json().ascii("\",\"isResend\":false}\n");
    counts.whole(Kind.VEHICLE_DATA, Fate.NO_INSTANT, empty ? 0 : 2);
  }

  private void empty(TickStream at) {
    counts.plant(Rate.EMPTY_DATA);
    lines.beginData();
    end(at, own(at));
    counts.whole(Kind.VEHICLE_DATA, Fate.NO_VALUES, 0);
  }

  private void broken(TickStream at) {
    counts.plant(Rate.BROKEN_LINE);
    lines.json().ascii(BROKEN[pick(at, BROKEN.length)]).put('\n');
    counts.whole(Kind.UNKNOWN, Fate.BROKEN_RECORD, 0);
  }

  private void withoutVin(TickStream at) {
    counts.plant(Rate.MISSING_VIN);
    lines.beginData();
    two(at);
    lines.json().ascii("],\"createdAt\":\"").instant(own(at), 0);
    lines.json().ascii(pick(at, 2) == 0 ? "\",\"vin\":\"\"}\n" : "\"}\n");
    counts.whole(Kind.VEHICLE_DATA, Fate.NO_VIN, 2);
  }

  private void unknownVin(TickStream at) {
    counts.plant(Rate.UNKNOWN_VIN);
    lines.beginData();
    two(at);
    String vin = "LGBX9ZZ%010d".formatted(at.vehicle().profile().index());
    lines.endData(vin, own(at), 0, Lines.Resend.NO);
    counts.values(Fate.NO_TENURE, 2);
    counts.message(Kind.VEHICLE_DATA);
  }

  private void unknownSignal(TickStream at) {
    counts.plant(Rate.UNKNOWN_SIGNAL);
    boolean experiment = pick(at, 4) == 0;
    String name = experiment ? DataMessages.EXPERIMENT : UNLISTED;
    Handling handled = experiment ? handling.experiment() : Handling.UNLISTED;
    lines.beginData();
    lines.json().ascii("{\"key\":\"").ascii(name).ascii("\",\"value\":{\"doubleValue\":7.5}}");
    lines.separate();
    counts.value(handled.fate(holder(at, own(at)), Fate.RELEASED));
    besides(at);
    end(at, own(at));
    close();
  }

  private void bad(TickStream at, String[] choices, Fate fate) {
    counts.plant(at.happening());
    lines.beginData();
    lines.json().ascii(choices[pick(at, choices.length)]);
    lines.separate();
    counts.value(fate);
    besides(at);
    end(at, own(at));
    close();
  }

  /** Half of the bad values have a good one beside them, which must not share their fate. */
  private void besides(TickStream at) {
    if (at.phase().draws().unit(at.tick(), 31) < 0.5) {
      plain(at, own(at));
    }
  }

  private void plain(TickStream at, long micros) {
    lines.separate();
    items.item(FleetSignal.DI_HEATSINK_T_R, 300 + at.tick() % 100, Arm.TYPED);
    Handling handled = handling.of(FleetSignal.DI_HEATSINK_T_R);
    counts.value(handled.fate(holder(at, micros), Fate.RELEASED));
  }

  private void two(TickStream at) {
    lines.separate();
    items.item(FleetSignal.DI_V_BAT_R, 3_800 + at.tick() % 100, Arm.TYPED);
    lines.separate();
    items.item(FleetSignal.DI_HEATSINK_T_R, 300 + at.tick() % 100, Arm.TEXT);
  }

  private void close() {
    if (counts.message(Kind.VEHICLE_DATA) == Fate.RELEASED) {
      counts.telemetryRow();
    }
  }

  private void end(TickStream at, long micros) {
    lines.endData(at.vehicle().vin(), micros, 0, Lines.Resend.NO);
  }

  private static long own(TickStream at) {
    return at.micros() + OWN_INSTANT;
  }

  private static int pick(TickStream at, int bound) {
    return (int) (at.phase().draws().unit(at.tick(), 30) * bound);
  }

  private static Known holder(TickStream at, long micros) {
    return at.vehicle().holders().at(micros);
  }
}
