package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.MapOutputTrackerMaster;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class EngineRowsTest {

  private static final StructType SCHEMA =
      new StructType().add("number", DataTypes.LongType).add("double", DataTypes.LongType);

  @Test
  void mapsEachRowOfEachPartition() {
    Dataset<Row> mapped = doubled(SharedSpark.session().range(0, 1000, 1, 3).toDF());

    assertThat(mapped.count()).isEqualTo(1000);
    assertThat(mapped.filter("double = 2 * number").count()).isEqualTo(1000);
    assertThat(mapped.agg(org.apache.spark.sql.functions.sum("double")).head().getLong(0))
        .isEqualTo(999_000);
  }

  @Test
  void spreadsRowsOverThePartsThatTheyName() {
    Dataset<Row> rows =
        SharedSpark.session()
            .range(0, 1000, 1, 3)
            .selectExpr("cast(id % 5 AS int) AS part", "1000 - id AS number");

    JavaRDD<InternalRow> spread = EngineRows.spread(rows, 7, "part");

    assertThat(spread.getNumPartitions()).isEqualTo(7);
    List<Integer> astray =
        spread.mapPartitionsWithIndex((part, each) -> astray(part, each), false).collect();
    assertThat(astray).isEmpty();
    assertThat(spread.count()).isEqualTo(1000);
  }

  @Test
  void sortsTheRowsOfEachPart() {
    SparkSession spark = SharedSpark.session();
    Dataset<Row> rows =
        spark
            .range(0, 1000, 1, 3)
            .selectExpr("cast(id % 5 AS int) AS part", "pmod(xxhash64(id), 99) AS number");
    List<String> order = List.of("number", "part");

    JavaRDD<InternalRow> sorted =
        EngineRows.sorted(spark, EngineRows.spread(rows, 5, "part"), rows.schema(), order);

    List<List<Long>> parts =
        sorted.mapPartitions(each -> List.of(numbers(each)).iterator()).collect();
    assertThat(parts).hasSize(5).allSatisfy(part -> assertThat(part).isSorted());
    assertThat(parts.stream().mapToInt(List::size).sum()).isEqualTo(1000);
  }

  @Test
  void forgetsTheShufflesThatRowsStandOn() {
    Dataset<Row> rows =
        SharedSpark.session().range(0, 10, 1, 2).selectExpr("cast(id AS int) AS part");
    JavaRDD<InternalRow> spread = EngineRows.spread(rows, 2, "part");
    JavaRDD<InternalRow> sorted =
        EngineRows.sorted(SharedSpark.session(), spread, rows.schema(), List.of("part"));
    Set<Object> before = shuffles();
    assertThat(sorted.count()).isEqualTo(10);
    Set<Object> made = shuffles();
    made.removeAll(before);
    assertThat(made).hasSize(1);

    EngineRows.forget(sorted);
    EngineRows.forget(spread);

    assertThat(shuffles()).doesNotContainAnyElementsOf(made);
  }

  private static Iterator<Integer> astray(int part, Iterator<InternalRow> rows) {
    List<Integer> astray = new ArrayList<>();
    rows.forEachRemaining(
        row -> {
          if (row.getInt(0) != part) {
            astray.add(row.getInt(0));
          }
        });
    return astray.iterator();
  }

  private static List<Long> numbers(Iterator<InternalRow> rows) {
    List<Long> numbers = new ArrayList<>();
    rows.forEachRemaining(row -> numbers.add(row.getLong(1)));
    return numbers;
  }

  private static Set<Object> shuffles() {
    var tracker = (MapOutputTrackerMaster) SparkEnv.get().mapOutputTracker();
    return new HashSet<>(CollectionConverters.asJava(tracker.shuffleStatuses()).keySet());
  }

  private static Dataset<Row> doubled(Dataset<Row> numbers) {
    return EngineRows.map(
        numbers,
        SCHEMA,
        rows ->
            EngineRows.each(
                rows,
                row -> new GenericInternalRow(new Object[] {row.getLong(0), 2 * row.getLong(0)})));
  }
}
