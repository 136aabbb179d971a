package dev.glovebox.delivery;

import dev.glovebox.store.Packages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Which packages are there and whole, of those that were given. */
public final class StandingPackages {

  private final SparkSession spark;
  private final String packages;
  private final Map<String, ArrayList<Disclosure>> given = new HashMap<>();

  /**
   * @param packages where they lie, a URI that Hadoop reads
   * @param given all that was ever given
   */
  public StandingPackages(SparkSession spark, String packages, List<Disclosure> given) {
    this.spark = spark;
    this.packages = packages;
    given.forEach(
        each -> this.given.computeIfAbsent(each.requestId(), id -> new ArrayList<>()).add(each));
  }

  /**
   * Of these requests those whose package has a size and a digest that it was noted with: of two
   * runs at once either may have made it. Their bytes are read, on all cores.
   */
  public Set<String> whole(Collection<String> requestIds) {
    List<ArrayList<Disclosure>> noted =
        requestIds.stream().map(given::get).filter(each -> each != null).toList();
    if (noted.isEmpty()) {
      return Set.of();
    }
    SerializableConfiguration hadoop =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    String location = packages;
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int slices = Math.min(noted.size(), context.defaultParallelism());
    return new HashSet<>(
        context
            .parallelize(noted, slices)
            .filter(each -> isWhole(each, new Packages(location, hadoop.value())))
            .map(each -> each.get(0).requestId())
            .collect());
  }

  private static boolean isWhole(List<Disclosure> noted, Packages packages) throws IOException {
    String path = noted.get(0).path();
    Optional<Long> size = packages.size(path);
    Set<String> digests = new HashSet<>();
    for (Disclosure each : noted) {
      if (size.equals(Optional.of(each.bytes())) && each.path().equals(path)) {
        digests.add(each.sha256());
      }
    }
    return !digests.isEmpty() && digests.contains(packages.sha256(path));
  }
}
