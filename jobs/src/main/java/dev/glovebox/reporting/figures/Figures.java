package dev.glovebox.reporting.figures;

import dev.glovebox.registry.Tenure;
import dev.glovebox.reporting.Coordinates;
import dev.glovebox.reporting.Cube;
import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Period;
import dev.glovebox.reporting.Reading;
import dev.glovebox.reporting.Reference;
import dev.glovebox.reporting.Text;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.ReportTables;
import dev.glovebox.table.TableDefinition;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads a year's figures. */
public final class Figures {

  /** A report that is made again says the same, and so nothing of what it adds to itself. */
  private static final Set<String> GROWN_BY_REPORTS =
      Set.of(
          LakeTables.runs().name(),
          ReportTables.policyReport().name(),
          ReportTables.noiseBudget().name());

  private final Lake lake;
  private final Catalogue catalogue;
  private final Registry registry;
  private final Reference reference;
  private final Set<String> recipientsAbroad;

  /**
   * What the registry tells.
   *
   * @param vehicles {@code vin, model_year, battery_kwh, v2x, province}
   */
  public record Registry(Dataset<Row> vehicles, List<Tenure> tenures) {}

  /** The tables that a section's figures come from. */
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "art13-2", List.of("telemetry", "alerts", "connectivity", "trips", "charges"),
          "art13-3", List.of("completeness", "quarantine"),
          "art13-4", List.of("disclosures"),
          "art13-6", List.of("requests"),
          "art14-2", List.of("disclosures"),
          "v2x", List.of("connectivity"),
          "battery", List.of("charges", "alerts"),
          "carbon", List.of("trips", "charges"));

  /**
   * @param recipientsAbroad ids of recipients outside the country
   */
  public Figures(
      Lake lake,
      Catalogue catalogue,
      Registry registry,
      Reference reference,
      Set<String> recipientsAbroad) {
    this.lake = lake;
    this.catalogue = catalogue;
    this.registry = registry;
    this.reference = reference;
    this.recipientsAbroad = Set.copyOf(recipientsAbroad);
  }

  /** Reads the year of a period; states are those of the period itself. */
  public Reading read(Period period, ZoneId zone) {
    return read(period, zone, Map.of());
  }

  /**
   * Reads the same, and the bounded sums that noise can be put on: another pass.
   *
   * @param bounds the most that one holder adds to each metric
   */
  public Reading read(Period period, ZoneId zone, Map<String, Long> bounds) {
    YearTables tables = new YearTables(lake, period, zone);
    try (Scans scans = new Scans(tables, reference)) {
      List<Query> queries = queries(tables, scans);
      return read(period, zone, tables, queries).withLeaves(leaves(queries, period, bounds));
    }
  }

  private static Map<String, Map<Coordinates, Map<String, Long>>> leaves(
      List<Query> queries, Period period, Map<String, Long> bounds) {
    Map<String, Map<Coordinates, Map<String, Long>>> leaves = new TreeMap<>();
    for (Query query : queries) {
      Map<Coordinates, Map<String, Long>> sums = LeafQuery.run(query, period, bounds);
      if (!sums.isEmpty()) {
        leaves.put(query.family().id(), sums);
      }
    }
    return leaves;
  }

  private List<Query> queries(YearTables tables, Scans scans) {
    List<Query> queries = new ArrayList<>(new HeldFigures(scans, catalogue).queries());
    queries.addAll(new TreatmentFigures(tables).queries());
    queries.addAll(new RightsFigures(tables, recipientsAbroad).queries());
    queries.addAll(new FleetFigures(tables, scans, registry.vehicles(), reference).queries());
    return queries;
  }

  private Reading read(Period period, ZoneId zone, YearTables tables, List<Query> queries) {
    Map<String, List<String>> sources = new TreeMap<>();
    List<Cube> cubes = new ArrayList<>();
    for (Query query : queries) {
      cubes.add(CubeQuery.run(query));
      sources.put(query.family().id(), query.tables());
    }
    Map<String, List<String>> absent = absent(cubes, sources);
    cubes.add(LeavingService.cube(registry.tenures(), period, zone));
    sources.put(LeavingService.FAMILY.id(), List.of("registry/tenures"));
    List<Text> notes = new PolicyNotes(tables).all();
    return new Reading(
        new Completion(lake, catalogue, reference, period, tables).complete(cubes),
        tables.versions(),
        sources,
        stored(),
        notes,
        Map.of(),
        absent);
  }

  private Map<String, Reading.Stored> stored() {
    Map<String, Reading.Stored> stored = new TreeMap<>();
    for (TableDefinition table : LakeTables.all(catalogue)) {
      if (lake.has(table) && !GROWN_BY_REPORTS.contains(table.name())) {
        Lake.Extent extent = lake.extent(table);
        stored.put(table.name(), new Reading.Stored(extent.files(), extent.bytes()));
      }
    }
    return stored;
  }

  private static Map<String, List<String>> absent(
      List<Cube> cubes, Map<String, List<String>> sources) {
    Set<String> present = new TreeSet<>();
    for (Cube cube : cubes) {
      boolean isByTable = cube.family().equals(HeldFigures.BY_TABLE);
      for (Coordinates at : cube.order()) {
        if (cube.cell(at).people() > 0) {
          at.member(Dimension.TABLE).ifPresent(present::add);
          if (!isByTable && sources.get(cube.family().id()).size() == 1) {
            present.addAll(sources.get(cube.family().id()));
          }
        }
      }
    }
    Map<String, List<String>> absent = new TreeMap<>();
    NEEDS.forEach(
        (section, tables) -> {
          List<String> lacking = tables.stream().filter(table -> !present.contains(table)).toList();
          if (!lacking.isEmpty()) {
            absent.put(section, lacking);
          }
        });
    return absent;
  }
}
