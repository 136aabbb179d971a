package dev.glovebox.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ExtendedMode$;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark prints of a plan says nothing of a person. */
class PlanRedactionTest {

  private static final String VIN = "LRWYGCEK5PC000123";
  private static final String OWNER = "Wang-Xiaoming";
  private static final double LATITUDE = 31.230416;

  @TempDir static Path folder;
  private static Dataset<Row> rows;

  @BeforeAll
  static void writeRows() {
    SparkSession spark = SharedSpark.session().newSession();
    spark.conf().set("spark.sql.redaction.string.regex", Redaction.PLANS);
    String path = folder.resolve("rows").toUri().toString();
    spark
        .range(1)
        .select(
            lit(VIN).as("vin"),
            lit(OWNER).as("owner_id"),
            lit(OWNER).as("owner_partition"),
            lit(LATITUDE).as("latitude_deg"))
        .write()
        .format("delta")
        .partitionBy("owner_partition")
        .save(path);
    rows = spark.read().format("delta").load(path);
  }

  @Test
  void hidesVehicleNumbers() {
    assertThat(plan(col("vin").equalTo(VIN))).doesNotContain(VIN).contains("(redacted)");
  }

  @Test
  void hidesOwnersThatAreCompared() {
    assertThat(plan(col("owner_id").equalTo(OWNER))).doesNotContain(OWNER);
    assertThat(plan(col("owner_id").eqNullSafe(OWNER))).doesNotContain(OWNER);
    assertThat(plan(col("owner_id").notEqual(OWNER))).doesNotContain(OWNER);
    assertThat(plan(col("owner_id").geq(OWNER))).doesNotContain(OWNER);
    assertThat(plan(lit(OWNER).equalTo(col("owner_id")))).doesNotContain(OWNER);
  }

  @Test
  void hidesOwnersInLists() {
    assertThat(plan(col("owner_id").isin(OWNER, "Li-Na"))).doesNotContain(OWNER, "Li-Na");
    Object[] many = IntStream.range(0, 40).mapToObj(i -> "Li-Na" + i).toArray();
    assertThat(plan(col("owner_id").isin(many))).doesNotContain("Li-Na");
  }

  @Test
  void hidesOwnersInPatterns() {
    assertThat(plan(col("owner_id").startsWith(OWNER))).doesNotContain(OWNER);
    assertThat(plan(col("owner_id").like(OWNER + "%_"))).doesNotContain(OWNER);
  }

  @Test
  void hidesOwnersThatNamePartitions() {
    assertThat(plan(col("owner_partition").equalTo(OWNER))).doesNotContain(OWNER);
  }

  @Test
  void hidesOwnersThatAreWrittenIntoColumns() {
    assertThat(explained(rows.withColumn("owner_id", lit(OWNER)))).doesNotContain(OWNER);
  }

  @Test
  void hidesPositions() {
    assertThat(plan(col("latitude_deg").gt(LATITUDE))).doesNotContain("31.2304");
  }

  @Test
  void leavesTheRestOfThePlanReadable() {
    assertThat(plan(col("vin").equalTo(VIN))).contains("Filter", "FileScan", "owner_partition#");
  }

  private static String plan(Column condition) {
    return explained(rows.filter(condition));
  }

  private static String explained(Dataset<Row> dataset) {
    var plan = (org.apache.spark.sql.classic.Dataset<Row>) dataset;
    return plan.queryExecution().explainString(ExtendedMode$.MODULE$);
  }
}
