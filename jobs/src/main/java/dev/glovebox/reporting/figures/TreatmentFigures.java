package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;

import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import dev.glovebox.table.LakeTables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.functions;

/**
 * What the rules did: values by outcome and reason as holders see them, and quarantined records.
 */
final class TreatmentFigures {

  static final Family VALUES =
      new Family(
          "treatment",
          "art13-3",
          List.of(Dimension.OUTCOME),
          List.of(Measure.sum("treated_values", "values")),
          Family.Months.SHOWN);

  static final Family QUARANTINE =
      new Family(
          "quarantine",
          "art13-3",
          List.of(Dimension.REASON),
          List.of(Measure.sum("quarantined_records", "records")),
          Family.Months.SHOWN);

  private final YearTables tables;

  TreatmentFigures(YearTables tables) {
    this.tables = tables;
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    tables
        .of(LakeTables.completeness())
        .map(
            rows ->
                rows.groupBy(
                        col(Query.OWNER),
                        col(Query.VIN),
                        col(Query.MONTH),
                        concat_ws(":", col("outcome"), col("reason")).as(Dimension.OUTCOME.code()))
                    .agg(functions.sum(col("values")).as("treated_values")))
        .ifPresent(rows -> queries.add(new Query(VALUES, List.of("completeness"), rows)));
    // Nobody is known to hold what was quarantined: a vehicle stands for its people.
    tables
        .of(LakeTables.quarantine())
        .map(
            rows ->
                rows.groupBy(col(Query.VIN), col(Query.MONTH), col("reason"))
                    .agg(functions.count(lit(1)).as("quarantined_records"))
                    .withColumn(Query.OWNER, col(Query.VIN)))
        .ifPresent(rows -> queries.add(new Query(QUARANTINE, List.of("quarantine"), rows)));
    return queries;
  }
}
