package dev.glovebox.reporting;

import dev.glovebox.reporting.noise.Price;
import dev.glovebox.table.Lake;
import dev.glovebox.table.ReportTables;
import dev.glovebox.table.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** The table {@code policy_report}: what was published, for analysts and for the next report. */
public final class PolicyReportTable {

  private static final TableDefinition TABLE = ReportTables.policyReport();

  private final Lake lake;

  public PolicyReportTable(Lake lake) {
    this.lake = lake;
  }

  /** The exact figures of every period of a year that were published. */
  public Published published(int year) {
    Map<Period, List<Figure>> reports = new HashMap<>();
    if (lake.has(TABLE)) {
      lake.read(TABLE)
          .where(functions.col("period").startsWith(Integer.toString(year)))
          .where(functions.col("epsilon").isNull())
          .collectAsList()
          .forEach(
              row ->
                  reports
                      .computeIfAbsent(Period.parse(row.getAs("period")), it -> new ArrayList<>())
                      .add(figure(row)));
    }
    return new Published(reports);
  }

  /**
   * Replaces a period's figures, those with noise apart from the exact ones.
   *
   * @return the version of the table that holds them
   */
  public long replace(Report report, String runId, String stamp) {
    lake.prepare(List.of(TABLE));
    List<Row> rows = report.figures().stream().map(each -> row(report, each, runId)).toList();
    String condition =
        "period = '%s' AND epsilon IS %s"
            .formatted(report.period(), report.noise().isPresent() ? "NOT NULL" : "NULL");
    return lake.replaceWhere(TABLE, condition, rows, stamp);
  }

  private static Row row(Report report, Figure figure, String runId) {
    Optional<Price> price = report.noise().map(Report.Noise::price);
    return RowFactory.create(
        report.period().toString(),
        figure.section(),
        figure.metric(),
        figure.dimensions(),
        figure.value().orElse(null),
        figure.unit(),
        figure.people().orElse(null),
        figure.isSuppressed(),
        report.least(),
        price.map(each -> each.epsilon().doubleValue()).orElse(null),
        price.map(each -> each.delta().doubleValue()).orElse(null),
        runId);
  }

  private static Figure figure(Row row) {
    Map<String, String> dimensions = row.getJavaMap(row.fieldIndex("dimensions"));
    boolean isSuppressed = row.<Boolean>getAs("suppressed");
    return new Figure(
        row.getAs("section"),
        row.getAs("metric"),
        dimensions,
        Optional.ofNullable(row.<Double>getAs("value")),
        row.getAs("unit"),
        Optional.ofNullable(row.<Long>getAs("people")),
        isSuppressed ? Figure.Standing.SUPPRESSED : Figure.Standing.SHOWN);
  }
}
