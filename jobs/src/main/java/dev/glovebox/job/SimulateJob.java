package dev.glovebox.job;

import dev.glovebox.job.JobFailure.Category;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.ObjectKey;
import dev.glovebox.simulate.PlantedCounts;
import dev.glovebox.simulate.PlantedTruth;
import dev.glovebox.simulate.SideFile;
import dev.glovebox.store.StoredObjects;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Writes a synthetic fleet with its registry, its requests and what must become of it. Safe to run
 * again: the same fleet gives the same bytes.
 */
public final class SimulateJob {

  private static final int OBJECTS_PER_TASK = 24;
  private static final List<String> FOLDERS = List.of("raw", "registry", "requests");

  /** Only a simulated fleet has it. */
  private static final String MARK = "truth/homes.csv";

  private final SparkSession spark;

  public SimulateJob(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Writes a fleet to a location, in place of the fleet that was there.
   *
   * @param location a URI that Hadoop writes
   * @return what was planted
   * @throws JobFailure when the location holds data that is no simulated fleet's, or the store
   *     fails
   */
  public PlantedTruth run(Fleet fleet, String location) {
    try {
      StoredObjects out = StoredObjects.at(location, hadoop().value());
      clear(out, location);
      for (SideFile file : fleet.sideFiles()) {
        write(out, file);
      }
      PlantedTruth truth = writeObjects(fleet, location);
      out.writeText(PlantedTruth.PATH, truth.json());
      return truth;
    } catch (IOException e) {
      throw new JobFailure(
          Category.STORAGE,
          "The fleet could not be written, because the store failed. Try again; a fleet half"
              + " written is replaced.",
          e);
    }
  }

  /** The truth is the last of a fleet to be written and the first to go, so it is never stale. */
  private static void clear(StoredObjects out, String location) throws IOException {
    boolean isFleet = out.exists(MARK);
    out.delete(PlantedTruth.PATH);
    for (String folder : FOLDERS) {
      if (!isFleet && !out.list(folder).isEmpty()) {
        throw new JobFailure(
            Category.CONFIGURATION,
            location
                + " has objects in "
                + folder
                + "/ that no simulation wrote, and a simulation replaces them. Give another"
                + " location with --out.");
      }
    }
    for (String folder : FOLDERS) {
      out.delete(folder);
    }
  }

  /** In the default slices, so that the objects of a task mostly share their vehicles. */
  private PlantedTruth writeObjects(Fleet fleet, String location) {
    List<ObjectKey> objects = fleet.objects();
    SerializableConfiguration hadoop = hadoop();
    int cores = spark.sparkContext().defaultParallelism();
    int slices = Math.max(cores, objects.size() / OBJECTS_PER_TASK);
    PlantedTruth truth = new PlantedTruth(fleet.options());
    new JavaSparkContext(spark.sparkContext())
        .parallelize(objects, slices)
        .mapPartitions(keys -> written(fleet, keys, location, hadoop).iterator())
        .collect()
        .forEach(counted -> truth.add(counted._1(), counted._2()));
    return truth;
  }

  private static List<Tuple2<LocalDate, PlantedCounts>> written(
      Fleet fleet, Iterator<ObjectKey> keys, String location, SerializableConfiguration hadoop)
      throws IOException {
    StoredObjects out = StoredObjects.at(location, hadoop.value());
    Map<LocalDate, PlantedCounts> counts = new LinkedHashMap<>();
    while (keys.hasNext()) {
      ObjectKey key = keys.next();
      try (OutputStream object = out.create(key.path())) {
        PlantedCounts planted = fleet.writeObject(key, object);
        counts.computeIfAbsent(key.date(), date -> new PlantedCounts()).add(planted);
      }
    }
    List<Tuple2<LocalDate, PlantedCounts>> byDate = new ArrayList<>();
    counts.forEach((date, count) -> byDate.add(new Tuple2<>(date, count)));
    return byDate;
  }

  private static void write(StoredObjects out, SideFile file) throws IOException {
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(out.create(file.path()), StandardCharsets.UTF_8))) {
      file.content().writeTo(writer);
    }
  }

  private SerializableConfiguration hadoop() {
    return new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }
}
