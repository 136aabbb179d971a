package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class OwnerPartitionsTest {

  private static final List<String> OWNERS =
      List.of("owner-1", "owner-2", "张三", "a/b %2F=", "", "x".repeat(300));

  @Test
  void givesEveryOwnerTheirOwnPartition() {
    assertThat(OwnerPartitions.perOwner().of("张三/a b%2F=")).isEqualTo("张三/a b%2F=");
    assertThat(OwnerPartitions.perOwner().code()).isEqualTo("per-owner");
  }

  @Test
  void findsTheBucketThatSqlFinds() {
    OwnerPartitions partitions = new OwnerPartitions(4096);
    Dataset<Row> inSql =
        owners()
            .select(
                col("value"),
                expr("concat('b', lpad(pmod(xxhash64(value), 4096), 4, '0'))").as("bucket"));

    assertThat(inSql.collectAsList())
        .hasSameSizeAs(OWNERS)
        .allSatisfy(row -> assertThat(partitions.of(row.getString(0))).isEqualTo(row.getString(1)));
    assertThat(partitions.code()).isEqualTo("4096");
  }

  @Test
  void predicateOfABucketKeepsOnlyTheOwner() {
    OwnerPartitions oneBucket = new OwnerPartitions(1);
    Dataset<Row> rows = owners().selectExpr("value AS owner_id", "'b0000' AS owner_partition");

    assertThat(rows.filter(oneBucket.predicate("owner-2")).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("owner-2");
  }

  private static Dataset<Row> owners() {
    return SharedSpark.session().createDataset(OWNERS, Encoders.STRING()).toDF("value");
  }
}
