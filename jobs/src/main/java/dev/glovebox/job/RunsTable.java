package dev.glovebox.job;

import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.sql.RowFactory;

/** Keeps run reports in the table {@code runs}. */
public final class RunsTable implements RunLog {

  private static final TableDefinition RUNS = LakeTables.runs();

  private final Lake lake;

  public RunsTable(Lake lake) {
    this.lake = lake;
  }

  @Override
  public void write(RunReport report) {
    lake.prepare(List.of(RUNS));
    var row =
        RowFactory.create(
            report.runId(),
            report.job(),
            Timestamp.from(report.startedAt()),
            Timestamp.from(report.finishedAt()),
            report.state().code(),
            report.exitCode(),
            report.toJson());
    lake.append(RUNS, lake.write(RUNS, List.of(row)), "{}");
  }
}
