package dev.glovebox.delivery.incident;

import static dev.glovebox.delivery.incident.IncidentOrder.micros;

import dev.glovebox.publishing.Outcome;
import dev.glovebox.request.Request.Language;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueWriter;
import dev.glovebox.source.RecordKind;
import dev.glovebox.store.SigningKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A vehicle that drives, falls silent for five minutes, drives on and brakes hard. */
final class SampleIncident {

  static final String VIN = "LRWTEST0000000042";
  static final Catalogue CATALOGUE = Catalogue.packaged();
  static final Fields FIELDS = CATALOGUE.fields("fleet-telemetry");
  static final long AT = micros(Instant.parse("2026-11-02T00:12:03.250Z"));
  static final long SECOND = 1_000_000;
  static final long MINUTE = 60 * SECOND;

  private SampleIncident() {}

  static IncidentOrder order(Language language) {
    return new IncidentOrder(
        "incident-7", "owner-1", VIN, AT, AT - 30 * MINUTE, AT + 5 * MINUTE, language);
  }

  static IncidentTerms terms(SigningKey key) {
    return new IncidentTerms(
        ZoneId.of("Asia/Shanghai"),
        CATALOGUE,
        "fleet-telemetry",
        "3",
        "ab".repeat(32),
        "1.0",
        Instant.parse("2026-11-04T00:00:00Z"),
        key);
  }

  static Incident incident(Language language) {
    return Incident.of(order(language), terms(null), found());
  }

  static IncidentRecord found() {
    IncidentRecord found = new IncidentRecord();
    long readings = 0;
    for (long at = AT - 28 * MINUTE; at < AT + 2 * MINUTE; at += step(at)) {
      if (at < AT - 15 * MINUTE || at > AT - 10 * MINUTE) {
        reading(found, at, moving(at));
        readings++;
      }
    }
    found.alert(AT, "ESP_a021_emergencyBraking", List.of("Customer", "Service"), AT, null);
    found.alert(AT + 20 * SECOND, "=1+1", List.of(), null, AT + 21 * SECOND);
    found.connection(AT - 28 * MINUTE, "c1", "CONNECTED", "cellular");
    found.refused(AT, "DriverSeatBelt", Outcome.WITHHELD, "other-person");
    found.refused(AT, "Soc", Outcome.REJECTED, "out-of-range");
    found.count(RecordKind.VEHICLE_DATA, Outcome.RELEASED, null, readings, readings * 5);
    found.count(RecordKind.VEHICLE_DATA, Outcome.WITHHELD, "other-person", 0, 1);
    found.count(RecordKind.VEHICLE_DATA, Outcome.REJECTED, "out-of-range", 0, 1);
    found.count(RecordKind.VEHICLE_DATA, Outcome.DUPLICATE, "repeated-value", 1, 3);
    found.count(RecordKind.ALERTS, Outcome.RELEASED, null, 2, 2);
    found.count(RecordKind.CONNECTIVITY, Outcome.RELEASED, null, 1, 1);
    return found;
  }

  private static long step(long at) {
    return Math.abs(at - AT) <= 10 * SECOND ? SECOND / 4 : 10 * SECOND;
  }

  private static Map<String, Object> moving(long at) {
    double since = (at - AT) / 1e6;
    double speed = 54 + 6 * Math.sin(at / 9e7);
    double braked = since < 0 ? speed : Math.max(0, speed - since * 7 * 3.6);
    boolean brakes = since >= 0 && braked > 0;
    Map<String, Object> values = new TreeMap<>();
    values.put("VehicleSpeed", Math.round(braked * 1000) / 1000.0);
    values.put("PedalPosition", since < 0 ? 14.2 + Math.round(3 * Math.sin(at / 2e7)) : 0.0);
    values.put("BrakePedal", brakes);
    values.put("BrakePedalPos", brakes ? 98.0 : 0.0);
    values.put("LongitudinalAcceleration", brakes ? -7.0 : 0.0);
    return values;
  }

  /** Adds a reading; values by the source's names. */
  static void reading(IncidentRecord found, long at, Map<String, Object> values) {
    ValueWriter writer = new ValueWriter();
    values.forEach((name, value) -> write(writer, FIELDS.find(name), value));
    found.reading(at, writer.toBytes(), List.of());
  }

  private static void write(ValueWriter writer, Field field, Object value) {
    writer.begin(field);
    for (Part part : field.parts()) {
      switch (part.signal().type()) {
        case DOUBLE -> writer.addDouble((Double) value);
        case BOOLEAN -> writer.addBoolean((Boolean) value);
        case STRING, TIME -> writer.addString((String) value);
        case LONG, TIMESTAMP -> writer.addLong((Long) value);
      }
    }
    writer.end();
  }
}
