package dev.glovebox.reporting.figures;

import dev.glovebox.reporting.Cell;
import dev.glovebox.reporting.Coordinates;
import dev.glovebox.reporting.Cube;
import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Period;
import dev.glovebox.reporting.Reference;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Adds to cells what follows from their sums: days, bytes, averages, shares, emissions. */
final class Completion {

  private final Lake lake;
  private final Catalogue catalogue;
  private final Reference reference;
  private final Period period;
  private final YearTables tables;

  Completion(
      Lake lake, Catalogue catalogue, Reference reference, Period period, YearTables tables) {
    this.lake = lake;
    this.catalogue = catalogue;
    this.reference = reference;
    this.period = period;
    this.tables = tables;
  }

  List<Cube> complete(List<Cube> cubes) {
    Optional<Cube> carbon =
        cubes.stream().filter(cube -> cube.family().equals(FleetFigures.CARBON)).findFirst();
    return cubes.stream().map(cube -> complete(cube, carbon)).toList();
  }

  private Cube complete(Cube cube, Optional<Cube> carbon) {
    Family family = cube.family();
    if (family.equals(HeldFigures.BY_CLASS)) {
      return cube.completed((at, cell) -> days(cell, "class_"));
    }
    if (family.equals(HeldFigures.BY_TABLE)) {
      Map<String, Map<String, Long>> bytes = bytes();
      return cube.completed((at, cell) -> days(stored(at, cell, bytes), "table_"));
    }
    if (family.equals(FleetFigures.BATTERY)) {
      return cube.completed((at, cell) -> health(cell));
    }
    if (family.equals(FleetFigures.ALARMS)) {
      return carbon.map(km -> cube.completed(perDistance(km))).orElse(cube);
    }
    return family.equals(FleetFigures.CARBON) ? cube.completed(this::emissions) : cube;
  }

  private Cell days(Cell cell, String prefix) {
    Map<String, Double> values = new HashMap<>(cell.values());
    for (String end : List.of(prefix + HeldFigures.FIRST, prefix + HeldFigures.LAST)) {
      values.computeIfPresent(end, (metric, micros) -> tables.day(micros));
    }
    return new Cell(cell.people(), values);
  }

  private Map<String, Map<String, Long>> bytes() {
    Map<String, Map<String, Long>> bytes = new HashMap<>();
    for (TableDefinition table : LakeTables.all(catalogue)) {
      if (tables.versions().containsKey(table.name())
          && table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING)) {
        bytes.put(table.name(), lake.bytesByMonth(table));
      }
    }
    return bytes;
  }

  private Cell stored(Coordinates at, Cell cell, Map<String, Map<String, Long>> bytes) {
    Optional<String> table = at.member(Dimension.TABLE);
    if (table.isEmpty()) {
      return cell;
    }
    Map<String, Long> byMonth = bytes.getOrDefault(table.get(), Map.of());
    List<String> months = at.member(Dimension.MONTH).map(List::of).orElseGet(period::monthsOfYear);
    double sum = months.stream().mapToDouble(month -> byMonth.getOrDefault(month, 0L)).sum();
    return cell.with(HeldFigures.BYTES, sum);
  }

  private static Cell health(Cell cell) {
    double packs = cell.value("health_packs").orElse(0);
    if (packs == 0) {
      return cell;
    }
    double mean = cell.value("health_sum").orElseThrow() / packs;
    Cell told = cell.with("state_of_health_percent", mean);
    if (packs < 2) {
      return told;
    }
    double squares = cell.value("health_squares").orElseThrow() / packs;
    double variance = Math.max(0, squares - mean * mean) * packs / (packs - 1);
    return told.with("state_of_health_standard_error_percent", Math.sqrt(variance / packs));
  }

  private static BiFunction<Coordinates, Cell, Cell> perDistance(Cube carbon) {
    return (at, cell) -> {
      Coordinates all = at.without(Dimension.ALARM);
      double km = carbon.find(all).flatMap(it -> value(it, "distance_km")).orElse(0.0);
      return km > 0 && cell.value("alarms").isPresent()
          ? cell.with("alarms_per_million_km", cell.value("alarms").getAsDouble() / km * 1e6)
          : cell;
    };
  }

  private Cell emissions(Coordinates at, Cell cell) {
    double km = value(cell, "distance_km").orElse(0.0);
    Cell told =
        km > 0
            ? cell.with(
                "energy_kwh_per_100km", value(cell, "driving_energy_kwh").orElse(0.0) / km * 100)
            : cell;
    return at.member(Dimension.REGION)
        .flatMap(region -> reference.factors().of(region, period.year()))
        .map(
            factor ->
                told.with("co2_kg", value(cell, "charged_energy_kwh").orElse(0.0) * factor.value()))
        .orElse(told);
  }

  private static Optional<Double> value(Cell cell, String metric) {
    return Optional.ofNullable(cell.values().get(metric));
  }
}
