package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;

import dev.glovebox.reporting.Cell;
import dev.glovebox.reporting.Coordinates;
import dev.glovebox.reporting.Cube;
import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Adds up what holders contribute, with every total, in one query. */
final class CubeQuery {

  private static final String PEOPLE = "people";
  private static final String UNKNOWN = "unknown";

  private final Family family;
  private final List<Dimension> dimensions;

  private CubeQuery(Family family) {
    this.family = family;
    this.dimensions = new ArrayList<>(family.dimensions());
    if (family.months() != Family.Months.NONE) {
      dimensions.add(0, Dimension.MONTH);
    }
  }

  static Cube run(Query query) {
    return new CubeQuery(query.family()).cube(query);
  }

  private Cube cube(Query query) {
    Column[] by =
        dimensions.stream()
            .map(
                each ->
                    functions.coalesce(col(each.code()), functions.lit(UNKNOWN)).as(each.code()))
            .toArray(Column[]::new);
    Column[] measures =
        family.measures().stream()
            .filter(measure -> measure.kind() != Measure.Kind.DERIVED)
            .map(CubeQuery::aggregated)
            .toArray(Column[]::new);
    Column people = count_distinct(col(Query.OWNER)).as(PEOPLE);
    List<Row> rows = query.contributions().cube(by).agg(people, measures).collectAsList();
    Map<Coordinates, Cell> cells = new HashMap<>();
    rows.forEach(row -> cells.put(coordinates(row), cell(row)));
    return Cube.of(family, cells);
  }

  private static Column aggregated(Measure measure) {
    Column value = col(measure.metric());
    Column aggregated =
        switch (measure.kind()) {
          case SUM, BASE -> functions.sum(value);
          case DISTINCT -> count_distinct(col(Query.VIN));
          case LEAST -> functions.min(value);
          case GREATEST -> functions.max(value);
          case MEDIAN -> functions.median(value);
          case DERIVED -> throw new IllegalArgumentException(measure + " is not read.");
        };
    return aggregated.cast("double").as(measure.metric());
  }

  private Coordinates coordinates(Row row) {
    Map<Dimension, String> members = new EnumMap<>(Dimension.class);
    for (Dimension dimension : dimensions) {
      String member = row.getAs(dimension.code());
      if (member != null) {
        members.put(dimension, member);
      }
    }
    return Coordinates.of(members);
  }

  private Cell cell(Row row) {
    Map<String, Double> values = new HashMap<>();
    for (Measure measure : family.measures()) {
      if (measure.kind() != Measure.Kind.DERIVED) {
        Double value = row.getAs(measure.metric());
        if (value != null) {
          values.put(measure.metric(), value);
        }
      }
    }
    return new Cell(row.<Long>getAs(PEOPLE), values);
  }
}
