package dev.glovebox.simulate;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What publishing every batch date in order must come to, with the default policy and
 * configuration.
 */
public final class PlantedTruth {

  /** The file's path below the location that is written to. */
  public static final String PATH = "truth/planted.json";

  private final FleetOptions options;
  private final SortedMap<LocalDate, PlantedCounts> dates = new TreeMap<>();

  /** Without anything planted yet. */
  public PlantedTruth(FleetOptions options) {
    this.options = options;
    for (int day = 0; day < options.days(); day++) {
      dates.put(options.start().plusDays(day), new PlantedCounts());
    }
  }

  /** Adds what is in an object that arrived on a date of the fleet. */
  public void add(LocalDate date, PlantedCounts counts) {
    dates.get(date).add(counts);
  }

  /** The counts of each date. */
  public SortedMap<LocalDate, PlantedCounts> dates() {
    return dates;
  }

  /** The counts of all dates. */
  public PlantedCounts total() {
    PlantedCounts total = new PlantedCounts();
    dates.values().forEach(total::add);
    return total;
  }

  /** The whole file. */
  public String json() {
    PlantedCounts total = total();
    StringBuilder json = new StringBuilder("{\n\"options\": ");
    options(json);
    json.append(",\n\"totals\": {\"messages\": ").append(total.messages());
    json.append(", \"values\": ").append(total.values());
    json.append(", \"telemetry\": ").append(total.telemetryRows());
    json.append(", \"alerts\": ").append(total.alertRows());
    json.append(", \"connectivity\": ").append(total.connectivityRows());
    json.append(", \"quarantine\": ").append(quarantined(total)).append("},\n\"planted\": ");
    planted(total, json);
    ledger(json);
    quarantine(json);
    rows("telemetry", json);
    rows("alerts", json);
    rows("connectivity", json);
    return json.append("\n}\n").toString();
  }

  private void options(StringBuilder json) {
    json.append("{\"vehicles\": ").append(options.vehicles());
    json.append(", \"days\": ").append(options.days());
    json.append(", \"start\": \"").append(options.start());
    json.append("\", \"seed\": ").append(options.seed());
    json.append(", \"zone\": \"").append(options.zone());
    json.append("\", \"message_interval_seconds\": ").append(options.interval().toNanos() / 1e9);
    json.append(", \"vehicles_per_object\": ").append(options.vehiclesPerObject());
    json.append(", \"compression\": \"");
    json.append(options.compression().name().toLowerCase(java.util.Locale.ROOT));
    json.append("\", \"too_long_bytes\": ").append(options.tooLongBytes());
    json.append(", \"margin_meters\": ").append(options.marginMeters());
    json.append(", \"rates\": {");
    String separator = "";
    for (Map.Entry<Rate, Double> rate : options.rates().all().entrySet()) {
      json.append(separator).append('"').append(rate.getKey().code()).append("\": ");
      json.append(rate.getValue());
      separator = ", ";
    }
    json.append("}}");
  }

  private static void planted(PlantedCounts total, StringBuilder json) {
    String separator = "{";
    for (Rate rate : Rate.values()) {
      if (PlantedCounts.counts(rate)) {
        json.append(separator).append('"').append(rate.code()).append("\": ");
        json.append(total.planted(rate));
        separator = ", ";
      }
    }
    json.append('}');
  }

  private void ledger(StringBuilder json) {
    json.append(",\n\"ledger\": [");
    String separator = "\n";
    for (Map.Entry<LocalDate, PlantedCounts> date : dates.entrySet()) {
      for (Kind kind : Kind.values()) {
        for (Fate fate : Fate.values()) {
          long messages = date.getValue().messages(kind, fate);
          long values = date.getValue().values(kind, fate);
          if (messages > 0 || values > 0) {
            json.append(separator).append("{\"batch_date\": \"").append(date.getKey());
            json.append("\", \"record_kind\": \"").append(kind.code);
            json.append("\", \"outcome\": \"").append(fate.outcome).append("\", \"reason\": ");
            json.append(fate.reason == null ? "null" : '"' + fate.reason + '"');
            json.append(", \"messages\": ").append(messages);
            json.append(", \"values\": ").append(values).append('}');
            separator = ",\n";
          }
        }
      }
    }
    json.append("\n]");
  }

  private void quarantine(StringBuilder json) {
    json.append(",\n\"quarantine\": [");
    String separator = "\n";
    for (Map.Entry<LocalDate, PlantedCounts> date : dates.entrySet()) {
      for (Fate fate : Fate.values()) {
        long rows = date.getValue().quarantined(fate);
        if (rows > 0) {
          json.append(separator).append("{\"batch_date\": \"").append(date.getKey());
          json.append("\", \"reason\": \"").append(fate.reason);
          json.append("\", \"rows\": ").append(rows).append('}');
          separator = ",\n";
        }
      }
    }
    json.append("\n]");
  }

  private void rows(String table, StringBuilder json) {
    json.append(",\n\"").append(table).append("\": [");
    String separator = "\n";
    for (Map.Entry<LocalDate, PlantedCounts> date : dates.entrySet()) {
      json.append(separator).append("{\"batch_date\": \"").append(date.getKey());
      json.append("\", \"rows\": ").append(rows(table, date.getValue())).append('}');
      separator = ",\n";
    }
    json.append("\n]");
  }

  private static long rows(String table, PlantedCounts counts) {
    return switch (table) {
      case "telemetry" -> counts.telemetryRows();
      case "alerts" -> counts.alertRows();
      default -> counts.connectivityRows();
    };
  }

  private static long quarantined(PlantedCounts counts) {
    long rows = 0;
    for (Fate fate : Fate.values()) {
      rows += counts.quarantined(fate);
    }
    return rows;
  }
}
