package dev.glovebox.job;

import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.incident.Shelf;
import dev.glovebox.store.WholeObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.util.SerializableConfiguration;

/** Puts packages where they belong, each whole or not at all. */
final class PackageShelf implements Shelf {

  private static final long serialVersionUID = 1L;

  private final String packages;
  private final HashMap<String, String> paths;
  private final SerializableConfiguration hadoop;

  /**
   * @param packages a URI that Hadoop writes
   * @param paths below it, by the id of the request
   */
  PackageShelf(String packages, Map<String, String> paths, SerializableConfiguration hadoop) {
    this.packages = packages;
    this.paths = new HashMap<>(paths);
    this.hadoop = hadoop;
  }

  @Override
  public Receipt keep(String requestId, Writing writing) throws IOException {
    try (WholeObject object = WholeObject.begin(packages, paths.get(requestId), hadoop.value())) {
      Receipt receipt = writing.writeTo(object.stream());
      object.commit();
      return receipt;
    }
  }
}
