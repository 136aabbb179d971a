package dev.glovebox.store;

import dev.glovebox.config.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Whether a registry is there, told without an engine. */
public final class RegistryFolder {

  private RegistryFolder() {}

  /** What publishing rests on and the registry lacks; empty when it has all. */
  public static List<String> missing(Location registry, Configuration hadoop) throws IOException {
    List<String> faults = new ArrayList<>();
    try (FileSystem files = Stores.open(registry, hadoop)) {
      if (!exists(files, registry, "tenures.csv")
          && !exists(files, registry, "tenures/_delta_log")) {
        faults.add(
            registry
                + " has neither tenures.csv nor a Delta table tenures, so nobody is known to hold a"
                + " vehicle; put one of the two there");
      }
      if (!exists(files, registry, "sensitive-places.geojson")) {
        faults.add(
            registry
                + " has no sensitive-places.geojson, so no place could be kept out; put it there,"
                + " an empty FeatureCollection if there is none");
      }
    }
    return faults;
  }

  private static boolean exists(FileSystem files, Location registry, String name)
      throws IOException {
    return files.exists(new Path(registry.resolve(name).text()));
  }
}
