package dev.glovebox.table;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.Platform;

/**
 * Which {@code owner_partition} an owner's rows lie in: the one place that knows.
 *
 * @param buckets how many hash buckets there are; 0 gives every owner a partition of their own
 */
public record OwnerPartitions(int buckets) implements Serializable {

  /** The seed of Spark SQL's {@code xxhash64}, so that SQL finds the same bucket. */
  private static final long SPARK_SEED = 42;

  /** A partition an owner: for thousands of owners. */
  public static OwnerPartitions perOwner() {
    return new OwnerPartitions(0);
  }

  /** The value of {@code owner_partition} for this owner. */
  public String of(String ownerId) {
    return buckets == 0 ? ownerId : bucketName(bucketOf(ownerId));
  }

  /** The number of this owner's bucket; none where every owner has a partition of their own. */
  public OptionalInt bucket(String ownerId) {
    return buckets == 0 ? OptionalInt.empty() : OptionalInt.of(bucketOf(ownerId));
  }

  /** True for the rows of this owner, with the literal partition that lets the engine prune. */
  public Column predicate(String ownerId) {
    return functions
        .col("owner_partition")
        .equalTo(of(ownerId))
        .and(functions.col("owner_id").equalTo(ownerId));
  }

  /** How the choice is written in a table's properties: {@code per-owner} or the number. */
  public String code() {
    return buckets == 0 ? "per-owner" : Integer.toString(buckets);
  }

  private int bucketOf(String ownerId) {
    return (int) Math.floorMod(hash(ownerId), (long) buckets);
  }

  private static String bucketName(int bucket) {
    return String.format(Locale.ROOT, "b%04d", bucket);
  }

  private static long hash(String ownerId) {
    byte[] bytes = ownerId.getBytes(StandardCharsets.UTF_8);
    return XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, SPARK_SEED);
  }
}
