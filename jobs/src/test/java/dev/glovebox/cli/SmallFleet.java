package dev.glovebox.cli;

import dev.glovebox.store.StoredObjects;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Two vehicles on two days: few messages, and something for every table. */
final class SmallFleet {

  static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  static final List<LocalDate> DATES = List.of(FIRST, FIRST.plusDays(1));

  private static final List<String> VINS = List.of("LRWTEST0000000001", "LRWTEST0000000002");
  private static final String TENURES =
      """
      vin,owner_id,role,valid_from,valid_to
      LRWTEST0000000001,owner-1,owner,2026-01-01T00:00:00Z,
      LRWTEST0000000002,owner-2,owner,2026-01-01T00:00:00Z,
      """;

  private SmallFleet() {}

  /** Writes raw objects and the registry, three objects a day. */
  static void write(StoredObjects base) throws IOException {
    base.writeText("registry/tenures.csv", TENURES);
    base.writeText(
        "registry/sensitive-places.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
    for (LocalDate date : DATES) {
      for (int hour = 8; hour < 11; hour++) {
        base.writeText(object(date, hour), String.join("\n", lines(date, hour)) + "\n");
      }
    }
  }

  static String object(LocalDate date, int hour) {
    return "raw/date=%s/hour=%02d/part-0.jsonl".formatted(date, hour);
  }

  private static List<String> lines(LocalDate date, int hour) {
    List<String> lines = new ArrayList<>();
    for (String vin : VINS) {
      for (int minute = 0; minute < 40; minute++) {
        lines.add(reading(vin, instant(date, hour, minute), 10 + minute));
      }
      lines.add(reading(vin, instant(date, hour, 5), 15));
      lines.add(reading(vin, instant(date, hour, 6), 9000));
      lines.add(other("\"alerts\":[{\"name\":\"A\"}]", vin, instant(date, hour, 7)));
      lines.add(
          other("\"connectionId\":\"c\",\"status\":\"CONNECTED\"", vin, instant(date, hour, 8)));
    }
    lines.add("no record");
    return lines;
  }

  private static String reading(String vin, String instant, int mph) {
    String data =
        "\"data\":[{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":%d}},"
            + "{\"key\":\"Location\",\"value\":{\"locationValue\":"
            + "{\"latitude\":31.25,\"longitude\":121.45}}},"
            + "{\"key\":\"DriverSeatOccupied\",\"value\":{\"booleanValue\":true}}]";
    return other(data.formatted(mph), vin, instant);
  }

  private static String other(String content, String vin, String instant) {
    return "{%s,\"createdAt\":\"%s\",\"vin\":\"%s\"}".formatted(content, instant, vin);
  }

  /** An hour of Shanghai, in UTC. */
  private static String instant(LocalDate date, int hour, int minute) {
    return "%sT%02d:%02d:00Z".formatted(date, hour - 8, minute);
  }
}
