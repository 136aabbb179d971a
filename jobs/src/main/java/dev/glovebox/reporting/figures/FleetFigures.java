package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import dev.glovebox.reporting.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Connection, batteries, distance and carbon, from what was derived of readings. */
final class FleetFigures {

  static final Family CONNECTED =
      new Family(
          "v2x",
          "v2x",
          List.of(Dimension.EQUIPMENT),
          List.of(
              Measure.of("v2x_vehicles", "vehicles", Measure.Kind.DISTINCT),
              Measure.sum("connected_hours", "h"),
              Measure.sum("connections", "connections")),
          Family.Months.UNSHOWN);

  static final Family BATTERY =
      new Family(
          "battery",
          "battery",
          List.of(Dimension.AGE_YEARS),
          List.of(
              Measure.of("battery_packs", "packs", Measure.Kind.DISTINCT),
              Measure.sum("energy_throughput_kwh", "kWh"),
              Measure.sum("equivalent_full_cycles", "cycles"),
              Measure.of("health_packs", "packs", Measure.Kind.BASE),
              Measure.of("health_sum", "%", Measure.Kind.BASE),
              Measure.of("health_squares", "%²", Measure.Kind.BASE),
              Measure.of("state_of_health_percent", "%", Measure.Kind.DERIVED),
              Measure.of("state_of_health_standard_error_percent", "%", Measure.Kind.DERIVED)),
          Family.Months.NONE);

  static final Family ALARMS =
      new Family(
          "battery-alarms",
          "battery",
          List.of(Dimension.ALARM),
          List.of(
              Measure.sum("alarms", "alarms"),
              Measure.of("alarms_per_million_km", "alarms/10⁶ km", Measure.Kind.DERIVED)),
          Family.Months.UNSHOWN);

  static final Family CARBON =
      new Family(
          "carbon",
          "carbon",
          List.of(Dimension.REGION),
          List.of(
              Measure.sum("distance_km", "km"),
              Measure.sum("driving_energy_kwh", "kWh"),
              Measure.sum("charged_energy_kwh", "kWh"),
              Measure.of("energy_kwh_per_100km", "kWh/100 km", Measure.Kind.DERIVED),
              // A total of two regions' CO2 beside their total of energy would tell them apart.
              Measure.of("co2_kg", "kgCO2", Measure.Kind.DERIVED).apart(Dimension.REGION)),
          Family.Months.UNSHOWN);

  private static final String[] BY_VIN = {Query.VIN};
  private static final String LEFT = "left";
  private static final String ESTIMATES = "estimates_kwh";
  private static final String KWH = "battery_kwh";
  private static final String CHARGED = "charged_energy_kwh";

  private final YearTables tables;
  private final Scans scans;
  private final Dataset<Row> vehicles;
  private final Reference reference;

  /**
   * @param vehicles {@code vin, model_year, battery_kwh, v2x, province}
   */
  FleetFigures(YearTables tables, Scans scans, Dataset<Row> vehicles, Reference reference) {
    this.tables = tables;
    this.scans = scans;
    this.vehicles = vehicles;
    this.reference = reference;
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    scans
        .connections()
        .ifPresent(
            rows -> queries.add(new Query(CONNECTED, List.of("connectivity"), connected(rows))));
    Optional<Dataset<Row>> charges = scans.charges();
    charges.ifPresent(rows -> queries.add(new Query(BATTERY, List.of("charges"), battery(rows))));
    scans
        .alerts()
        .ifPresent(rows -> queries.add(new Query(ALARMS, List.of("alerts"), alarms(rows))));
    Optional<Dataset<Row>> trips = scans.trips();
    if (trips.isPresent() && charges.isPresent()) {
      Dataset<Row> used = driven(trips.get()).unionByName(charged(charges.get()));
      queries.add(new Query(CARBON, List.of("trips", "charges"), used));
    }
    return queries;
  }

  /** A connection counts with both its ends; its month is that of its first message. */
  private Dataset<Row> connected(Dataset<Row> scanned) {
    Column length = col(Scans.END).minus(col(Scans.START));
    return scanned
        .groupBy(col(Query.OWNER), col(Query.VIN), col(Scans.CONNECTION))
        .agg(
            functions.min(col(Query.MONTH)).as(Query.MONTH),
            functions.min(col(Scans.START)).as(Scans.START),
            functions.max(col(Scans.END)).as(Scans.END))
        .withColumn(
            "connected_hours", when(length.gt(0), length.divide(lit(3_600e6))).otherwise(lit(0.0)))
        .withColumn("connections", lit(1L))
        .join(vehicles.select(col(Query.VIN), col("v2x")), BY_VIN, LEFT)
        .withColumn(
            Dimension.EQUIPMENT.code(),
            when(col("v2x"), lit("equipped")).when(functions.not(col("v2x")), lit("not-equipped")));
  }

  private Dataset<Row> battery(Dataset<Row> charges) {
    Dataset<Row> packs =
        charges
            .where(tables.inPeriod())
            .groupBy(col(Query.OWNER), col(Query.VIN))
            .agg(
                functions.sum(col("energy_kwh")).as("energy_throughput_kwh"),
                functions.flatten(functions.collect_list(col(Scans.CAPACITIES))).as(ESTIMATES));
    return packs
        .join(vehicles, BY_VIN, LEFT)
        .withColumn(Dimension.AGE_YEARS.code(), age())
        .withColumn("equivalent_full_cycles", col("energy_throughput_kwh").divide(col(KWH)))
        .withColumn("health_sum", middle().divide(col(KWH)).multiply(lit(100.0)))
        .withColumn("health_squares", col("health_sum").multiply(col("health_sum")))
        .withColumn("health_packs", when(col("health_sum").isNotNull(), lit(1L)));
  }

  /** The median of a pack's estimates; null without any. */
  private static Column middle() {
    Column sorted = functions.array_sort(col(ESTIMATES));
    Column count = functions.size(col(ESTIMATES));
    Column lower = functions.get(sorted, count.minus(lit(1)).divide(lit(2)).cast("int"));
    Column upper = functions.get(sorted, count.divide(lit(2)).cast("int"));
    return when(count.gt(0), lower.plus(upper).divide(lit(2.0)));
  }

  private Column age() {
    return lit(tables.period().year()).minus(col("model_year")).cast("string");
  }

  private static Dataset<Row> alarms(Dataset<Row> scanned) {
    return scanned.where(col(Scans.ALARM).isNotNull()).withColumn("alarms", col(Scans.ROWS));
  }

  private Dataset<Row> driven(Dataset<Row> trips) {
    return inRegions(
        trips.select(
            col(Query.OWNER),
            col(Query.VIN),
            col(Query.MONTH),
            col("distance_km"),
            col("energy_kwh").as("driving_energy_kwh"),
            lit(0.0).as(CHARGED)));
  }

  private Dataset<Row> charged(Dataset<Row> charges) {
    return inRegions(
        charges.select(
            col(Query.OWNER),
            col(Query.VIN),
            col(Query.MONTH),
            lit(0.0).as("distance_km"),
            lit(0.0).as("driving_energy_kwh"),
            col("energy_kwh").as(CHARGED)));
  }

  private Dataset<Row> inRegions(Dataset<Row> rows) {
    List<Column> pairs = new ArrayList<>();
    reference
        .regions()
        .forEach(
            (province, region) -> {
              pairs.add(lit(province));
              pairs.add(lit(region));
            });
    Column known = functions.map(pairs.toArray(Column[]::new));
    Column region =
        coalesce(functions.try_element_at(known, col("province")), lit(Reference.NATIONAL));
    Dataset<Row> provinces = vehicles.select(col(Query.VIN), col("province"));
    return rows.join(provinces, BY_VIN, LEFT).withColumn(Dimension.REGION.code(), region);
  }
}
