package dev.glovebox.job;

import dev.glovebox.config.Location;
import dev.glovebox.delivery.PackageTerms;
import dev.glovebox.registry.Holds;
import dev.glovebox.registry.Tenures;
import dev.glovebox.request.Deadlines;
import dev.glovebox.store.StoredObjects;
import dev.glovebox.table.Lake;
import java.io.IOException;
import java.time.Instant;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * What an export stands on.
 *
 * @param ground that {@link Preflight#checkDelivery} has found sound
 * @param making of the packages
 * @param terms of every package
 * @param asOf the time to go by
 */
record ExportParts(
    SparkSession spark,
    Ground ground,
    Lake lake,
    Tenures tenures,
    Holds holds,
    Deadlines deadlines,
    PackageMaking making,
    Terms terms,
    Instant asOf) {

  /** What holds for every package. */
  @FunctionalInterface
  interface Terms {

    /** With the version that stands in them. */
    PackageTerms of(String programVersion);
  }

  Location packages() {
    return ground.config().locations().packages().orElseThrow();
  }

  /** Where packages go, a URI that Hadoop writes. */
  String location() {
    return packages().text();
  }

  StoredObjects requests() throws IOException {
    return StoredObjects.at(ground.config().locations().requests().orElseThrow().text(), hadoop());
  }

  Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }
}
