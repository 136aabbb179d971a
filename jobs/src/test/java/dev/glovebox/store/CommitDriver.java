package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A driver in a process of its own that commits rows to one table, a row a commit, and prints each
 * when Delta says that it is committed. It starts when all drivers are there.
 *
 * <p>Arguments: a configuration file, the table, its name, the number of commits, a folder where
 * drivers meet, and how many they are.
 */
final class CommitDriver {

  static final String COMMITTED = "committed ";
  static final StructType SCHEMA = new StructType().add("row", "string");

  private CommitDriver() {}

  /** Runs until all is committed. */
  public static void main(String... arguments) throws Exception {
    SparkSession spark = session(Path.of(arguments[0]));
    String table = arguments[1];
    String name = arguments[2];
    spark.read().format("delta").load(table).count(); // Whatever is slow at first is over now.
    meet(Path.of(arguments[4]), name, Integer.parseInt(arguments[5]));
    for (int commit = 0; commit < Integer.parseInt(arguments[3]); commit++) {
      append(spark, table, name + "-" + commit);
    }
    spark.stop();
  }

  static void append(SparkSession spark, String table, String row) {
    spark
        .createDataFrame(List.of(RowFactory.create(row)), SCHEMA)
        .coalesce(1)
        .write()
        .format("delta")
        .mode(SaveMode.Append)
        .save(table);
    System.out.println(COMMITTED + row);
  }

  private static SparkSession session(Path file) throws Exception {
    Sources sources = new Sources(Map.of(), Files.readString(file), file, Map.of(), List.of());
    Config config = ConfigReader.read(sources).config();
    return SparkSessions.open(config, System.getenv());
  }

  private static void meet(Path folder, String name, int drivers) throws Exception {
    Files.createFile(folder.resolve(name));
    while (present(folder) < drivers) {
      Thread.sleep(20);
    }
  }

  private static long present(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
