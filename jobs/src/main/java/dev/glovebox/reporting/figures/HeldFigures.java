package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.signal.Signal;
import dev.glovebox.table.LakeTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What is held: by privacy class of signals, and by table. */
final class HeldFigures {

  static final String FIRST = Scans.FIRST;
  static final String LAST = Scans.LAST;

  /** Told by the table's log, not by its rows. */
  static final String BYTES = "table_bytes";

  private static final String DAY = "yyyymmdd";

  static final Family BY_CLASS =
      new Family(
          "held-by-class",
          "art13-2",
          List.of(Dimension.DATA_CLASS),
          List.of(
              Measure.sum("class_rows", "rows").apart(Dimension.DATA_CLASS),
              Measure.sum("class_values", "values"),
              Measure.of("class_vehicles", "vehicles", Measure.Kind.DISTINCT),
              Measure.of("class_" + FIRST, DAY, Measure.Kind.LEAST),
              Measure.of("class_" + LAST, DAY, Measure.Kind.GREATEST)),
          Family.Months.UNSHOWN);

  static final Family BY_TABLE =
      new Family(
          "held-by-table",
          "art13-2",
          List.of(Dimension.TABLE),
          List.of(
              Measure.sum("table_rows", "rows").apart(Dimension.TABLE),
              Measure.sum(BYTES, "bytes").apart(Dimension.TABLE),
              Measure.of("table_vehicles", "vehicles", Measure.Kind.DISTINCT)
                  .apart(Dimension.TABLE),
              Measure.of("table_" + FIRST, DAY, Measure.Kind.LEAST).apart(Dimension.TABLE),
              Measure.of("table_" + LAST, DAY, Measure.Kind.GREATEST).apart(Dimension.TABLE)),
          Family.Months.UNSHOWN);

  private final Scans scans;
  private final Catalogue catalogue;

  HeldFigures(Scans scans, Catalogue catalogue) {
    this.scans = scans;
    this.catalogue = catalogue;
  }

  /** One pass over readings serves both families. */
  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    Map<String, Dataset<Row>> byTable = new TreeMap<>();
    readings()
        .ifPresent(
            readings -> {
              queries.add(new Query(BY_CLASS, List.of("telemetry"), byClass(readings)));
              byTable.put("telemetry", readings);
            });
    scans.alerts().ifPresent(rows -> byTable.put("alerts", rows));
    scans.connections().ifPresent(rows -> byTable.put("connectivity", rows));
    scans.trips().ifPresent(rows -> byTable.put("trips", rows));
    scans.charges().ifPresent(rows -> byTable.put("charges", rows));
    byTable.entrySet().stream()
        .map(each -> asTable(each.getValue(), each.getKey()))
        .reduce(Dataset::unionByName)
        .ifPresent(all -> queries.add(new Query(BY_TABLE, List.copyOf(byTable.keySet()), all)));
    return queries;
  }

  private Optional<Dataset<Row>> readings() {
    List<Column> sums = new ArrayList<>();
    for (PrivacyClass each : classes()) {
      Column values = values(each);
      Column isThere = values.gt(0);
      Column instant = functions.when(isThere, functions.unix_micros(col("captured_at")));
      sums.add(functions.sum(functions.when(isThere, 1L).otherwise(0L)).as("rows_" + each.code()));
      sums.add(functions.sum(values).as("values_" + each.code()));
      sums.add(functions.min(instant).as("first_" + each.code()));
      sums.add(functions.max(instant).as("last_" + each.code()));
    }
    return scans.scan(LakeTables.telemetry(catalogue), "captured_at", List.of(), sums);
  }

  private Column values(PrivacyClass wanted) {
    return catalogue.signals().stream()
        .filter(signal -> signal.privacyClass() == wanted)
        .map(signal -> col(signal.column()).isNotNull().cast("long"))
        .reduce(Column::plus)
        .orElseThrow();
  }

  private List<PrivacyClass> classes() {
    return catalogue.signals().stream().map(Signal::privacyClass).distinct().sorted().toList();
  }

  private Dataset<Row> byClass(Dataset<Row> readings) {
    Column[] parts =
        classes().stream()
            .map(
                each ->
                    functions.struct(
                        lit(each.code()).as(Dimension.DATA_CLASS.code()),
                        col("rows_" + each.code()).as("class_rows"),
                        col("values_" + each.code()).as("class_values"),
                        col("first_" + each.code()).as("class_" + FIRST),
                        col("last_" + each.code()).as("class_" + LAST)))
            .toArray(Column[]::new);
    return readings
        .select(
            col(Query.OWNER),
            col(Query.VIN),
            col(Query.MONTH),
            functions.inline(functions.array(parts)))
        .where(col("class_rows").gt(0));
  }

  private static Dataset<Row> asTable(Dataset<Row> scanned, String name) {
    return scanned.select(
        col(Query.OWNER),
        col(Query.VIN),
        col(Query.MONTH),
        lit(name).as(Dimension.TABLE.code()),
        col(Scans.ROWS).as("table_rows"),
        lit(0L).as(BYTES),
        col(Scans.FIRST).as("table_" + FIRST),
        col(Scans.LAST).as("table_" + LAST));
  }
}
