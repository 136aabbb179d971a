package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.glovebox.reporting.Coordinates;
import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import dev.glovebox.reporting.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Sums of a period's smallest cells to which no holder adds more than a bound in all: what a holder
 * has is scaled down to the bound, in whole numbers, before it is added up.
 */
final class LeafQuery {

  private static final String UNKNOWN = "unknown";

  private final Query query;
  private final Map<String, Long> bounds;

  private LeafQuery(Query query, Map<String, Long> bounds) {
    this.query = query;
    this.bounds = bounds;
  }

  /** Sums by metric of each cell; empty when none of the family's measures has a bound. */
  static Map<Coordinates, Map<String, Long>> run(
      Query query, Period period, Map<String, Long> bounds) {
    Map<String, Long> own = new HashMap<>();
    for (Measure measure : query.family().measures()) {
      if (bounds.containsKey(measure.metric())) {
        own.put(measure.metric(), bounds.get(measure.metric()));
      }
    }
    return own.isEmpty() ? Map.of() : new LeafQuery(query, own).sums(period);
  }

  private Map<Coordinates, Map<String, Long>> sums(Period period) {
    List<Column> sums = new ArrayList<>();
    Dataset<Row> rows = query.contributions();
    if (period.month().isPresent()) {
      rows = rows.where(col(Query.MONTH).equalTo(period.toString()));
    }
    for (Map.Entry<String, Long> bound : bounds.entrySet()) {
      rows = bounded(rows, bound.getKey(), bound.getValue());
      sums.add(functions.sum(col(bound.getKey())).cast("long").as(bound.getKey()));
    }
    Column[] by =
        dimensions().stream()
            .map(each -> functions.coalesce(col(each.code()), lit(UNKNOWN)).as(each.code()))
            .toArray(Column[]::new);
    Map<Coordinates, Map<String, Long>> leaves = new HashMap<>();
    rows.groupBy(by)
        .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
        .collectAsList()
        .forEach(row -> leaves.put(coordinates(row), values(row)));
    return leaves;
  }

  private static Dataset<Row> bounded(Dataset<Row> rows, String metric, long bound) {
    Column all = functions.sum(col(metric)).over(Window.partitionBy(col(Query.OWNER)));
    Column share = functions.least(lit(1.0), lit((double) bound).divide(all));
    return rows.withColumn(
        metric, functions.floor(functions.coalesce(col(metric).multiply(share), lit(0.0))));
  }

  private List<Dimension> dimensions() {
    List<Dimension> dimensions = new ArrayList<>(query.family().dimensions());
    if (query.family().months() != Family.Months.NONE) {
      dimensions.add(0, Dimension.MONTH);
    }
    return dimensions;
  }

  private Coordinates coordinates(Row row) {
    Map<Dimension, String> members = new EnumMap<>(Dimension.class);
    dimensions().forEach(each -> members.put(each, row.getAs(each.code())));
    return Coordinates.of(members);
  }

  private Map<String, Long> values(Row row) {
    Map<String, Long> values = new HashMap<>();
    bounds
        .keySet()
        .forEach(
            metric -> {
              Long value = row.getAs(metric);
              values.put(metric, value == null ? 0L : value);
            });
    return values;
  }
}
