package dev.glovebox.table;

import static dev.glovebox.table.Columns.column;
import static dev.glovebox.table.Columns.struct;

import dev.glovebox.table.TableDefinition.Contents;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The tables of what is reported of everybody. */
public final class ReportTables {

  private ReportTables() {}

  /** One row is one figure of one period, as it was published. */
  public static TableDefinition policyReport() {
    DataType members = DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, false);
    StructType schema =
        struct(
            column("period", DataTypes.StringType, "The year or month: 2026 or 2026-11"),
            column("section", DataTypes.StringType, "Section of the report: art13-2"),
            column("metric", DataTypes.StringType, "What the figure tells"),
            column("dimensions", members, "What it is broken down by, with the member of each"),
            column("value", DataTypes.DoubleType, "The figure; null if suppressed"),
            column("unit", DataTypes.StringType, "Unit of the figure"),
            column("people", DataTypes.LongType, "Holders behind it; null if suppressed"),
            column("suppressed", DataTypes.BooleanType, "Whether it is hidden for small counts"),
            column("k", DataTypes.IntegerType, "Figures of fewer people are suppressed"),
            column("epsilon", DataTypes.DoubleType, "Cost of its report's noise; null: exact"),
            column("delta", DataTypes.DoubleType, "The same, δ"),
            column("run_id", DataTypes.StringType, "The run that published it"));
    return new TableDefinition(
        "policy_report",
        Contents.COUNTS,
        "A published figure of a period",
        schema,
        List.of(),
        List.of("period"));
  }

  /** One row is a report with noise that was paid for, with what it answered. */
  public static TableDefinition noiseBudget() {
    StructType schema =
        struct(
            column("year", DataTypes.IntegerType, "Whose people it is a cost to"),
            column("period", DataTypes.StringType, "What was reported"),
            column("mechanism", DataTypes.StringType, "discrete-laplace or discrete-gaussian"),
            column("epsilon", DataTypes.StringType, "Cost, as a decimal number"),
            column("delta", DataTypes.StringType, "The same, δ"),
            column("asked", DataTypes.StringType, "Identifies report, tables and their versions"),
            column("answers", DataTypes.StringType, "The figures with their noise, as JSON"),
            column("run_id", DataTypes.StringType, "The run that paid"));
    return new TableDefinition(
        "noise_budget",
        Contents.COUNTS,
        "A report with noise that was paid for",
        schema,
        List.of(),
        List.of("period"));
  }
}
