package dev.glovebox.reporting.figures;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;

import dev.glovebox.reporting.Text;
import dev.glovebox.table.LakeTables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Which policies judged what was published in a year. */
final class PolicyNotes {

  private static final int SHOWN_DIGITS = 12;

  private final YearTables tables;

  PolicyNotes(YearTables tables) {
    this.tables = tables;
  }

  List<Text> all() {
    return tables.of(LakeTables.runs()).map(PolicyNotes::notes).orElse(List.of());
  }

  private static List<Text> notes(Dataset<Row> runs) {
    return runs
        .where(col("job").equalTo("publish").and(col("state").equalTo("done")))
        .groupBy(
            get_json_object(col("report"), "$.policy.version").as("version"),
            get_json_object(col("report"), "$.policy.digest").as("digest"))
        .agg(functions.count(functions.lit(1)).as("runs"))
        .orderBy("version", "digest")
        .collectAsList()
        .stream()
        .map(PolicyNotes::note)
        .toList();
  }

  private static Text note(Row row) {
    String digest = row.getString(1);
    return new Text(
            "Policy version %s (sha256 %s) was in force in %d publishing runs.",
            "隐私策略版本 %s（sha256 %s）用于 %d 次发布运行。")
        .with(
            row.getString(0),
            digest.substring(0, Math.min(SHOWN_DIGITS, digest.length())),
            row.getLong(2));
  }
}
