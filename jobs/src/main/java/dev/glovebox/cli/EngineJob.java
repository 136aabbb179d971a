package dev.glovebox.cli;

import dev.glovebox.job.Job;
import dev.glovebox.job.RunContext;
import dev.glovebox.job.RunLog;
import dev.glovebox.job.RunReport;
import org.apache.spark.sql.SparkSession;

/** A job that runs on a Spark session of its own, which ends with it. */
final class EngineJob implements Jobs.OpenJob {

  private final SparkSession spark;
  private final Job job;
  private final RunLog log;

  EngineJob(SparkSession spark, Job job, RunLog log) {
    this.spark = spark;
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
    spark.stop();
  }
}
