package dev.glovebox.cli;

import dev.glovebox.job.Job;
import dev.glovebox.job.RunContext;
import dev.glovebox.job.RunLog;
import dev.glovebox.job.RunReport;
import dev.glovebox.store.CommitGuard;
import org.apache.spark.sql.SparkSession;

/**
 * A job that runs on a Spark session of its own, which ends with it as its right to commit does.
 */
final class EngineJob implements Jobs.OpenJob {

  private final SparkSession spark;
  private final CommitGuard.Permit permit;
  private final Job job;
  private final RunLog log;

  EngineJob(SparkSession spark, CommitGuard.Permit permit, Job job, RunLog log) {
    this.spark = spark;
    this.permit = permit;
    this.job = job;
    this.log = log;
  }

  @Override
  public RunReport run(RunContext context) {
    return job.run(context);
  }

  @Override
  public void write(RunReport report) {
    log.write(report);
  }

  @Override
  public void close() {
    try (permit) {
      spark.stop();
    }
  }
}
