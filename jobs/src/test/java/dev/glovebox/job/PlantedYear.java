package dev.glovebox.job;

import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.table.AnswerTables;
import dev.glovebox.table.DerivedTables;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.OwnerPartitions;
import dev.glovebox.table.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/**
 * A small year, written straight into the tables, with every contribution kept beside them: forty
 * holders with a vehicle each, in October and November.
 */
final class PlantedYear {

  static final List<String> MONTHS = List.of("2026-10", "2026-11");
  private static final int HOLDERS = 40;

  /**
   * What one holder adds to a family of figures.
   *
   * @param members by dimension
   * @param amounts by metric
   */
  record Fact(
      String owner,
      String vin,
      String month,
      Map<String, String> members,
      Map<String, Double> amounts) {}

  private final SparkSession spark = SharedSpark.session();
  private final Path folder;
  private final Lake lake;
  private final Catalogue catalogue = Catalogue.packaged();
  private final Map<String, List<Fact>> facts = new HashMap<>();
  private final Map<TableDefinition, List<Row>> rows = new HashMap<>();

  PlantedYear(Path folder) {
    this.folder = folder;
    this.lake = new Lake(spark, "file:" + folder.resolve("lake"), new OwnerPartitions(4));
  }

  /** Every contribution to a family: {@code held-by-class}. */
  List<Fact> facts(String family) {
    return facts.getOrDefault(family, List.of());
  }

  PlantedYear plant() throws IOException {
    lake.prepare(LakeTables.all(catalogue));
    StringBuilder vehicles =
        new StringBuilder("vin,model,model_year,battery_id,battery_kwh,v2x,province\n");
    StringBuilder tenures = new StringBuilder("vin,owner_id,role,valid_from,valid_to\n");
    for (int holder = 0; holder < HOLDERS; holder++) {
      String province = holder < 25 ? "Shanghai" : holder < 37 ? "四川" : "Guangdong";
      vehicles.append(
          "%s,M,%d,B%02d,50.0,%s,%s%n"
              .formatted(vin(holder), 2023 + holder % 2, holder, holder % 2 == 0, province));
      String until = holder < 12 ? "2026-11-20T00:00:00Z" : "";
      tenures.append(
          "%s,%s,owner,2020-01-01T00:00:00Z,%s%n".formatted(vin(holder), owner(holder), until));
      for (String month : MONTHS) {
        plant(holder, month, region(holder));
      }
      request(holder);
    }
    rows.forEach(this::write);
    Files.createDirectories(folder.resolve("registry"));
    Files.writeString(folder.resolve("registry/vehicles.csv"), vehicles);
    Files.writeString(folder.resolve("registry/tenures.csv"), tenures);
    Files.writeString(folder.resolve("registry/sensitive-places.geojson"), PublishedFolder.NOWHERE);
    return this;
  }

  private static String region(int holder) {
    return holder < 25 ? "east" : holder < 37 ? "south-west" : "south";
  }

  private void plant(int holder, String month, String region) {
    readings(holder, month);
    trip(holder, month, region);
    charge(holder, month, region);
    treatment(holder, month);
    connection(holder, month);
    if (holder % 2 == 0) {
      alert(holder, month);
    }
  }

  /** One reading for each of 1 + holder % 3; every second holder's has a position. */
  private void readings(int holder, String month) {
    int count = 1 + holder % 3;
    for (int i = 0; i < count; i++) {
      Map<String, Object> cells = owned(holder, month);
      cells.put("captured_at", Timestamp.from(instant(month, i)));
      cells.put("speed_kmh", 50.0);
      cells.put("soc_percent", 80.0);
      if (holder % 2 == 0) {
        cells.put("latitude_deg", 31.0);
        cells.put("longitude_deg", 121.0);
      }
      add(LakeTables.telemetry(catalogue), cells);
    }
    held("telemetry", holder, month, count);
    ofClass("driving", holder, month, count, 1);
    ofClass("energy", holder, month, count, 1);
    if (holder % 2 == 0) {
      ofClass("location", holder, month, count, 2);
    }
    Map<String, Object> old = owned(holder, "2025-11");
    old.put("captured_at", Timestamp.from(Instant.parse("2025-11-05T00:00:00Z")));
    old.put("speed_kmh", 50.0);
    add(LakeTables.telemetry(catalogue), old);
  }

  private void ofClass(String name, int holder, String month, int rows, int valuesARow) {
    fact(
        "held-by-class",
        holder,
        month,
        Map.of("data_class", name),
        Map.of("class_rows", (double) rows, "class_values", (double) rows * valuesARow));
  }

  private void held(String table, int holder, String month, int count) {
    fact(
        "held-by-table",
        holder,
        month,
        Map.of("table", table),
        Map.of("table_rows", (double) count));
  }

  private void trip(int holder, String month, String region) {
    Map<String, Object> cells = owned(holder, month);
    cells.put("started_at", Timestamp.from(instant(month, 0)));
    cells.put("distance_km", 100.0 + holder);
    cells.put("energy_kwh", 20.0);
    add(DerivedTables.trips(), cells);
    held("trips", holder, month, 1);
    fact(
        "carbon",
        holder,
        month,
        Map.of("region", region),
        Map.of("distance_km", 100.0 + holder, "driving_energy_kwh", 20.0));
  }

  private void charge(int holder, String month, String region) {
    Map<String, Object> cells = owned(holder, month);
    cells.put("started_at", Timestamp.from(instant(month, 0)));
    cells.put("energy_kwh", 22.0 + holder % 4);
    cells.put("start_soc_percent", 30.0);
    cells.put("end_soc_percent", 80.0);
    add(DerivedTables.charges(), cells);
    held("charges", holder, month, 1);
    fact(
        "carbon",
        holder,
        month,
        Map.of("region", region),
        Map.of("charged_energy_kwh", 22.0 + holder % 4));
    fact(
        "battery",
        holder,
        month,
        Map.of("age_years", Integer.toString(3 - holder % 2)),
        Map.of(
            "energy_throughput_kwh",
            22.0 + holder % 4,
            "equivalent_full_cycles",
            (22.0 + holder % 4) / 50));
  }

  /** Of four holders only something is withheld at a sensitive place. */
  private void treatment(int holder, String month) {
    treated(holder, month, "released", null, 6);
    treated(holder, month, "withheld", "other-person", holder < 20 ? 2 : 0);
    treated(holder, month, "withheld", "sensitive-place", holder < 4 ? 3 : 0);
    treated(holder, month, "rejected", "out-of-range", holder % 3 == 0 ? 1 : 0);
  }

  private void treated(int holder, String month, String outcome, String reason, long values) {
    if (values == 0) {
      return;
    }
    Map<String, Object> cells = owned(holder, month);
    cells.put("event_date", Date.valueOf(month + "-05"));
    cells.put("record_kind", "vehicle-data");
    cells.put("outcome", outcome);
    cells.put("reason", reason);
    cells.put("values", values);
    add(LakeTables.completeness(), cells);
    String member = reason == null ? outcome : outcome + ":" + reason;
    fact(
        "treatment",
        holder,
        month,
        Map.of("outcome", member),
        Map.of("treated_values", (double) values));
  }

  private void connection(int holder, String month) {
    for (String status : List.of("CONNECTED", "DISCONNECTED")) {
      Map<String, Object> cells = owned(holder, month);
      Duration after = status.equals("CONNECTED") ? Duration.ZERO : Duration.ofMinutes(90);
      cells.put("captured_at", Timestamp.from(instant(month, 0).plus(after)));
      cells.put("connection_id", "c" + holder + month);
      cells.put("status", status);
      add(LakeTables.connectivity(), cells);
    }
    held("connectivity", holder, month, 2);
    fact(
        "v2x",
        holder,
        month,
        Map.of("equipment", holder % 2 == 0 ? "equipped" : "not-equipped"),
        Map.of("connected_hours", 1.5, "connections", 1.0));
  }

  private void alert(int holder, String month) {
    Map<String, Object> cells = owned(holder, month);
    cells.put("captured_at", Timestamp.from(instant(month, 0)));
    cells.put("name", "BMS_a035_SW_Isolation");
    add(LakeTables.alerts(), cells);
    held("alerts", holder, month, 1);
    fact("battery-alarms", holder, month, Map.of("alarm", "insulation"), Map.of("alarms", 1.0));
  }

  /** Exports of all, on time or three of them late, and two refused erasures; all in November. */
  private void request(int holder) {
    String state = holder >= 38 ? "refused" : "done";
    boolean isLate = holder < 3;
    Map<String, Object> cells = new HashMap<>();
    cells.put("request_id", "r" + holder);
    cells.put("kind", holder >= 38 ? "erase" : "export");
    cells.put("owner_id", owner(holder));
    cells.put("received_at", Timestamp.from(instant("2026-11", 0)));
    cells.put("state", state);
    cells.put("reason", holder >= 38 ? "legal-hold" : null);
    cells.put("due_on", Date.valueOf("2026-11-20"));
    cells.put(
        "completed_at",
        Timestamp.from(instant("2026-11", 0).plus(Duration.ofDays(isLate ? 20 : 4))));
    add(AnswerTables.requests(), cells);
    String answer = holder >= 38 ? "refused:legal-hold" : isLate ? "late" : "on-time";
    fact(
        "requests",
        holder,
        "2026-11",
        Map.of("kind", holder >= 38 ? "erase" : "export", "answer", answer),
        Map.of("requests", 1.0));
  }

  private void fact(
      String family,
      int holder,
      String month,
      Map<String, String> members,
      Map<String, Double> amounts) {
    facts
        .computeIfAbsent(family, it -> new ArrayList<>())
        .add(new Fact(owner(holder), vin(holder), month, members, amounts));
  }

  private Map<String, Object> owned(int holder, String month) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("owner_id", owner(holder));
    cells.put("vin", vin(holder));
    cells.put("batch_date", Date.valueOf(LocalDate.parse(month + "-06")));
    cells.put("event_month", month);
    cells.put("owner_partition", "b0001");
    return cells;
  }

  private static Instant instant(String month, int minute) {
    return Instant.parse(month + "-05T02:00:00Z").plus(Duration.ofMinutes(minute));
  }

  static String owner(int holder) {
    return "owner-%02d".formatted(holder);
  }

  static String vin(int holder) {
    return "LRW3E7EK0PC0000%02d".formatted(holder);
  }

  private void add(TableDefinition table, Map<String, Object> cells) {
    Object[] values =
        Arrays.stream(table.schema().fieldNames()).map(cells::get).toArray(Object[]::new);
    rows.computeIfAbsent(table, it -> new ArrayList<>()).add(RowFactory.create(values));
  }

  private void write(TableDefinition table, List<Row> planted) {
    spark
        .createDataFrame(planted, table.schema())
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .partitionBy(table.partitionColumns().toArray(String[]::new))
        .save(folder.resolve("lake/" + table.name()).toString());
  }
}
