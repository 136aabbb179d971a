package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import dev.glovebox.table.AnswerTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What people asked for and how it was answered, and what was given to whom. */
final class RightsFigures {

  static final Family REQUESTS =
      new Family(
          "requests",
          "art13-6",
          List.of(Dimension.KIND, Dimension.ANSWER),
          List.of(
              Measure.sum("requests", "requests"),
              Measure.of("median_days", "days", Measure.Kind.MEDIAN)),
          Family.Months.UNSHOWN);

  static final Family DISCLOSURES =
      new Family(
          "disclosures",
          "art13-4",
          List.of(Dimension.RECIPIENT),
          List.of(Measure.sum("disclosed_rows", "rows"), Measure.sum("disclosed_bytes", "bytes")),
          Family.Months.UNSHOWN);

  /** Since 1 January, whatever the period: that is how the thresholds count. */
  static final Family ABROAD =
      new Family(
          "cross-border",
          "art14-2",
          List.of(Dimension.SENSITIVITY),
          List.of(Measure.sum("abroad_rows", "rows")),
          Family.Months.NONE);

  private final YearTables tables;
  private final Set<String> recipientsAbroad;

  /**
   * @param recipientsAbroad ids of recipients outside the country
   */
  RightsFigures(YearTables tables, Set<String> recipientsAbroad) {
    this.tables = tables;
    this.recipientsAbroad = recipientsAbroad;
  }

  List<Query> queries() {
    List<Query> queries = new ArrayList<>();
    tables
        .of(AnswerTables.requests())
        .map(this::requests)
        .ifPresent(rows -> queries.add(new Query(REQUESTS, List.of("requests"), rows)));
    tables
        .of(AnswerTables.disclosures())
        .ifPresent(
            rows -> {
              List<String> read = List.of("disclosures");
              queries.add(new Query(DISCLOSURES, read, disclosures(rows)));
              queries.add(new Query(ABROAD, read, abroad(rows)));
            });
    return queries;
  }

  private Dataset<Row> requests(Dataset<Row> rows) {
    return rows.select(
        col(Query.OWNER),
        lit(null).cast("string").as(Query.VIN),
        col(Query.MONTH),
        col("kind"),
        answer().as(Dimension.ANSWER.code()),
        lit(1L).as("requests"),
        when(col("state").equalTo("done"), days()).as("median_days"));
  }

  private Column answer() {
    Column isInTime = tables.dayOf(col("completed_at")).leq(col("due_on"));
    return when(
            col("state").equalTo("refused"),
            concat(lit("refused:"), functions.coalesce(col("reason"), lit("unstated"))))
        .when(col("state").equalTo("done").and(isInTime), lit("on-time"))
        .when(col("state").equalTo("done"), lit("late"))
        .otherwise(lit("open"));
  }

  private static Column days() {
    return functions
        .unix_micros(col("completed_at"))
        .minus(functions.unix_micros(col("received_at")))
        .divide(lit(86_400e6));
  }

  private static Dataset<Row> disclosures(Dataset<Row> rows) {
    return rows.select(
        col(Query.OWNER),
        lit(null).cast("string").as(Query.VIN),
        col(Query.MONTH),
        col("recipient"),
        col("rows").as("disclosed_rows"),
        col("bytes").as("disclosed_bytes"));
  }

  /** Whatever goes abroad is taken for sensitive: tracks are in every package. */
  private Dataset<Row> abroad(Dataset<Row> rows) {
    return rows.where(col("recipient").isin(recipientsAbroad.toArray()))
        .where(col("disclosed_at").lt(tables.instant(tables.period().dayAfter())))
        .select(
            col(Query.OWNER),
            lit(null).cast("string").as(Query.VIN),
            lit("sensitive").as(Dimension.SENSITIVITY.code()),
            col("rows").as("abroad_rows"));
  }
}
