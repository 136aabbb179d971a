package dev.glovebox.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of one holder's trips, charges, alerts and connections. */
final class OwnerRows {

  /** In Shanghai, with a gap after the second position and a withheld stretch after the third. */
  static final List<List<Object>> TRACK =
      List.of(
          List.of(Instant.parse("2026-11-03T08:00:00Z"), 31.1774276, 121.5272106, 0L),
          List.of(Instant.parse("2026-11-03T08:10:00Z"), 31.18, 121.53, 0L),
          List.of(Instant.parse("2026-11-03T08:30:00Z"), 31.20, 121.54, 0L),
          List.of(Instant.parse("2026-11-03T08:30:10Z"), 31.21, 121.55, 1L));

  private static final List<List<Object>> GAP =
      List.of(
          List.of(Instant.parse("2026-11-03T08:10:00Z"), Instant.parse("2026-11-03T08:30:00Z")));

  private OwnerRows() {}

  static MadePackages.Made trip(String vin, String id, String at, List<List<Object>> track) {
    Map<String, Object> values = common(vin, at);
    values.put("trip_id", id);
    values.put("distance_km", 12.5);
    values.put("energy_kwh", 2.0);
    values.put("track", track);
    values.put("gaps", GAP);
    return MadePackages.row(Section.TRIPS, values);
  }

  static MadePackages.Made charge(String vin, String id, String at) {
    Map<String, Object> values = common(vin, at);
    values.put("charge_id", id);
    values.put("energy_kwh", 20.5);
    values.put("current_kind", "AC");
    values.put("place_kind", "home");
    values.put("gaps", List.of());
    return MadePackages.row(Section.CHARGES, values);
  }

  static MadePackages.Made alert(String vin, String name, String at) {
    return MadePackages.row(
        Section.ALERTS,
        Map.of(
            "owner_id",
            MadePackages.OWNER,
            "vin",
            vin,
            "captured_at",
            Instant.parse(at),
            "batch_date",
            LocalDate.parse("2026-11-03"),
            "name",
            name,
            "audiences",
            List.of("Customer", "Service")));
  }

  static MadePackages.Made connection(String vin, String at, String status) {
    return MadePackages.row(
        Section.CONNECTIVITY,
        Map.of(
            "owner_id",
            MadePackages.OWNER,
            "vin",
            vin,
            "captured_at",
            Instant.parse(at),
            "batch_date",
            LocalDate.parse("2026-11-03"),
            "connection_id",
            "c1",
            "status",
            status));
  }

  private static Map<String, Object> common(String vin, String at) {
    Instant start = Instant.parse(at);
    return new HashMap<>(
        Map.of(
            "owner_id",
            MadePackages.OWNER,
            "vin",
            vin,
            "started_at",
            start,
            "ended_at",
            start.plusSeconds(1800),
            "duration_s",
            1800.0,
            "batch_dates",
            List.of(LocalDate.parse("2026-11-03"), LocalDate.parse("2026-11-04"))));
  }
}
