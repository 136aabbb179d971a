package dev.glovebox.delivery;

import dev.glovebox.store.Packages;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Which packages are there and whole, of those that were given. */
public final class StandingPackages {

  private final SparkSession spark;
  private final String packages;
  private final HashMap<String, Disclosure> lastGiven = new HashMap<>();

  /**
   * @param packages where they lie, a URI that Hadoop reads
   * @param given the earliest first
   */
  public StandingPackages(SparkSession spark, String packages, List<Disclosure> given) {
    this.spark = spark;
    this.packages = packages;
    given.forEach(each -> lastGiven.put(each.requestId(), each));
  }

  /**
   * Of these requests those whose package has the size and the digest that it was noted with. Their
   * bytes are read, on all cores.
   */
  public Set<String> whole(Collection<String> requestIds) {
    List<Disclosure> noted =
        requestIds.stream().map(lastGiven::get).filter(each -> each != null).toList();
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
            .map(Disclosure::requestId)
            .collect());
  }

  private static boolean isWhole(Disclosure noted, Packages packages) throws IOException {
    return packages.size(noted.path()).equals(Optional.of(noted.bytes()))
        && packages.sha256(noted.path()).equals(noted.sha256());
  }
}
