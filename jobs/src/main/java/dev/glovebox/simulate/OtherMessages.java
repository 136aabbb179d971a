package dev.glovebox.simulate;

import dev.glovebox.simulate.Holders.Known;

/** Writes alerts, errors, metrics and connectivity. */
final class OtherMessages {

  private static final long OWN_INSTANT = 3;
  private static final long CONNECTED_INSTANT = 1;
  private static final int CONNECTED_TICK = 0;
  private static final int DISCONNECTED_TICK = 1;
  private static final String[] ALERTS = {
    "DI_a185_currentBalance", "VCFRONT_a191_washerFluidLow", "TPMS_a002_pressureLow", "BMS_w142"
  };

  private final Lines lines;
  private final PlantedCounts counts;

  OtherMessages(Lines lines, PlantedCounts counts) {
    this.lines = lines;
    this.counts = counts;
  }

  /** Writes what goes with a tick beside its vehicle data. */
  void beside(TickStream at) {
    connection(at);
    Rate happening = at.happening();
    if (happening == null) {
      return;
    }
    switch (happening) {
      case ALERTS -> alerts(at);
      case REPEATED_ALERTS -> repeatedAlerts(at);
      case ERRORS -> errors(at);
      case METRICS -> metrics(at);
      default -> {}
    }
  }

  private void connection(TickStream at) {
    Phase phase = at.phase();
    boolean starts = phase.kind() == Phase.Kind.DRIVING && at.tick() == CONNECTED_TICK;
    boolean stops = phase.kind() == Phase.Kind.PARKED && at.tick() == DISCONNECTED_TICK;
    if (!starts && !stops) {
      return;
    }
    long micros = at.micros() + CONNECTED_INSTANT;
    JsonBytes json = lines.json();
    json.ascii("{\"vin\":\"").ascii(at.vehicle().vin()).ascii("\",\"connectionId\":\"c");
    json.ascii(Long.toHexString(phase.draws().bits(40)));
    json.ascii(starts ? "\",\"status\":\"CONNECTED" : "\",\"status\":\"DISCONNECTED");
    json.ascii("\",\"createdAt\":\"").instant(micros, 0);
    json.ascii("\",\"networkInterface\":\"").ascii(starts ? "cellular" : "wifi").ascii("\"}\n");
    Fate fate = fate(at, micros, Fate.RELEASED);
    counts.value(fate);
    counts.message(Kind.CONNECTIVITY);
    if (fate == Fate.RELEASED) {
      counts.connectivityRow();
    }
  }

  private void alerts(TickStream at) {
    counts.plant(Rate.ALERTS);
    int number = 1 + at.phase().draws().below(at.tick(), 2);
    alertsLine(at, number);
    Fate fate = fate(at, at.micros() + OWN_INSTANT, Fate.RELEASED);
    counts.values(fate, number);
    counts.message(Kind.ALERTS);
    if (fate == Fate.RELEASED) {
      counts.alertRows(number);
    }
  }

  private void repeatedAlerts(TickStream at) {
    alerts(at);
    counts.plant(Rate.REPEATED_ALERTS);
    int number = 1 + at.phase().draws().below(at.tick(), 2);
    alertsLine(at, number);
    counts.values(Fate.REPEATED_VALUE, number);
    counts.message(Kind.ALERTS);
  }

  private void alertsLine(TickStream at, int number) {
    JsonBytes json = lines.json();
    json.ascii("{\"alerts\":[");
    int first = at.phase().draws().below(-at.tick(), ALERTS.length);
    for (int i = 0; i < number; i++) {
      json.ascii(i == 0 ? "{\"name\":\"" : ",{\"name\":\"");
      json.ascii(ALERTS[(first + i) % ALERTS.length]);
      json.ascii("\",\"audiences\":[\"Customer\",\"Service\"],\"startedAt\":\"");
      json.instant(at.micros() / 1_000 * 1_000, 0).ascii("\",\"endedAt\":");
      if (i == 0) {
        json.ascii("null}");
      } else {
        json.put('"').instant((at.micros() + Calendar.SECOND) / 1_000 * 1_000, 0).ascii("\"}");
      }
    }
    end(at);
  }

  private void errors(TickStream at) {
    counts.plant(Rate.ERRORS);
    JsonBytes json = lines.json();
    json.ascii("{\"errors\":[{\"createdAt\":\"").instant(at.micros() + OWN_INSTANT, 0);
    json.ascii("\",\"name\":\"cant_connect\",\"tags\":{\"ssid\":\"home\"},\"body\":\"timed out\"}");
    end(at);
    counts.value(fate(at, at.micros() + OWN_INSTANT, Fate.NOT_PUBLISHED));
    counts.message(Kind.ERRORS);
  }

  private void metrics(TickStream at) {
    counts.plant(Rate.METRICS);
    JsonBytes json = lines.json();
    json.ascii("{\"metrics\":[{\"name\":\"queue\",\"tags\":{\"k\":\"v\"},\"value\":1.5}");
    json.ascii(",{\"name\":\"sent\",\"tags\":{},\"value\":").number(at.tick()).put('}');
    end(at);
    counts.values(fate(at, at.micros() + OWN_INSTANT, Fate.NOT_PUBLISHED), 2);
    counts.message(Kind.METRICS);
  }

  private void end(TickStream at) {
    lines.json().ascii("],\"createdAt\":\"").instant(at.micros() + OWN_INSTANT, 0);
    lines.json().ascii("\",\"vin\":\"").ascii(at.vehicle().vin()).ascii("\"}\n");
  }

  private static Fate fate(TickStream at, long micros, Fate held) {
    Known known = at.vehicle().holders().at(micros);
    return Handling.PLACED.fate(known, held);
  }
}
