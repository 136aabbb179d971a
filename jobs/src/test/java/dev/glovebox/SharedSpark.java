package dev.glovebox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/**
 * The one local session of a test run: two cores, no page, Delta's extensions, and a warehouse that
 * goes away with the JVM. A test that changes its settings puts them back.
 */
public final class SharedSpark {
  private SharedSpark() {}

  /** The session, started by whoever asks first. It is never stopped by a test. */
  public static SparkSession session() {
    return Started.SESSION;
  }

  private static SparkSession start() {
    Path folder = temporaryFolder();
    SparkSession session =
        SparkSession.builder()
            .appName("glovebox-tests")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.delta.logStore.s3a.impl", "dev.glovebox.store.ConditionalLogStore")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toUri().toString())
            .config("spark.local.dir", folder.resolve("scratch").toString())
            .getOrCreate();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(session, folder)));
    return session;
  }

  private static void end(SparkSession session, Path folder) {
    session.stop();
    FileUtils.deleteQuietly(folder.toFile());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("glovebox-spark-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Started {
    static final SparkSession SESSION = start();
  }
}
