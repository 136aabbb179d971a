package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Reference;
import dev.glovebox.table.DerivedTables;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * One pass a table of owner data: what each holder's vehicle has in each month, kept for as long as
 * several families are made of it.
 *
 * <p>Every result has {@code owner_id, vin, month, rows, first_day, last_day}, the last two in
 * microseconds since the epoch.
 */
final class Scans implements AutoCloseable {

  static final String ROWS = "rows";
  static final String FIRST = "first_day";
  static final String LAST = "last_day";

  /** Energy over change in charge, of the sessions that tell it [kWh]. */
  static final String CAPACITIES = "capacities_kwh";

  static final String CONNECTION = "connection_id";
  static final String START = "start";
  static final String END = "end";
  static final String ALARM = Dimension.ALARM.code();

  private final YearTables tables;
  private final Reference reference;
  private final Map<String, Optional<Dataset<Row>>> kept = new HashMap<>();

  Scans(YearTables tables, Reference reference) {
    this.tables = tables;
    this.reference = reference;
  }

  /** Also {@code distance_km}, {@code energy_kwh}. */
  Optional<Dataset<Row>> trips() {
    return scan(
        DerivedTables.trips(),
        "started_at",
        List.of(),
        List.of(
            functions.sum(col("distance_km")).as("distance_km"),
            functions.sum(col("energy_kwh")).as("energy_kwh")));
  }

  /** Also {@code energy_kwh} and {@link #CAPACITIES}. */
  Optional<Dataset<Row>> charges() {
    Column change = col("end_soc_percent").minus(col("start_soc_percent"));
    Column capacity = col("energy_kwh").divide(change).multiply(lit(100.0));
    Column told = when(change.geq(lit(reference.leastSocChangePercent())), capacity);
    return scan(
        DerivedTables.charges(),
        "started_at",
        List.of(),
        List.of(
            functions.sum(col("energy_kwh")).as("energy_kwh"),
            functions.collect_list(told).as(CAPACITIES)));
  }

  /** A row a connection too, with its {@link #START} and {@link #END} in microseconds. */
  Optional<Dataset<Row>> connections() {
    Column micros = functions.unix_micros(col("captured_at"));
    return scan(
        LakeTables.connectivity(),
        "captured_at",
        List.of(col(CONNECTION)),
        List.of(
            functions.min(when(col("status").equalTo("CONNECTED"), micros)).as(START),
            functions.max(when(col("status").equalTo("DISCONNECTED"), micros)).as(END)));
  }

  /** A row a kind of {@link #ALARM} too; null for alerts that are none. */
  Optional<Dataset<Row>> alerts() {
    return scan(LakeTables.alerts(), "captured_at", List.of(alarm().as(ALARM)), List.of());
  }

  private Column alarm() {
    Column name = functions.lower(col("name"));
    Column kind = lit(null).cast("string");
    for (Map.Entry<String, List<String>> each : new TreeMap<>(reference.alarms()).entrySet()) {
      Column isOne =
          each.getValue().stream().map(name::contains).reduce(Column::or).orElse(lit(false));
      kind = when(isOne, lit(each.getKey())).otherwise(kind);
    }
    return kind;
  }

  /** One pass. */
  Optional<Dataset<Row>> scan(
      TableDefinition table, String instant, List<Column> by, List<Column> sums) {
    return kept.computeIfAbsent(
        table.name(),
        name -> tables.of(table).map(rows -> perVehicle(rows, instant, by, sums).cache()));
  }

  private static Dataset<Row> perVehicle(
      Dataset<Row> rows, String instant, List<Column> by, List<Column> sums) {
    List<Column> keys = new ArrayList<>();
    keys.add(col(Query.OWNER));
    keys.add(col(Query.VIN));
    keys.add(col(Query.MONTH));
    keys.addAll(by);
    Column micros = functions.unix_micros(col(instant));
    List<Column> all = new ArrayList<>();
    all.add(functions.min(micros).as(FIRST));
    all.add(functions.max(micros).as(LAST));
    all.addAll(sums);
    return rows.groupBy(keys.toArray(Column[]::new))
        .agg(functions.count(lit(1)).as(ROWS), all.toArray(Column[]::new));
  }

  @Override
  public void close() {
    kept.values().forEach(scan -> scan.ifPresent(Dataset::unpersist));
  }
}
