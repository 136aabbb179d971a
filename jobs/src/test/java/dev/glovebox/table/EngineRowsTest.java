package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class EngineRowsTest {

  private static final StructType SCHEMA =
      new StructType().add("number", DataTypes.LongType).add("double", DataTypes.LongType);

  @Test
  void mapsEachRowOfEachPartition() {
    Dataset<Row> mapped = doubled(SharedSpark.session().range(0, 1000, 1, 3).toDF(), List.of());

    assertThat(mapped.count()).isEqualTo(1000);
    assertThat(mapped.filter("double = 2 * number").count()).isEqualTo(1000);
    assertThat(mapped.agg(org.apache.spark.sql.functions.sum("double")).head().getLong(0))
        .isEqualTo(999_000);
  }

  @Test
  void saysTheOrderSoThatNothingIsSortedAgain() {
    Dataset<Row> range = SharedSpark.session().range(0, 10, 1, 1).toDF();

    assertThat(sorts(doubled(range, List.of("number")))).isFalse();
    assertThat(sorts(doubled(range, List.of()))).isTrue();
  }

  private static boolean sorts(Dataset<Row> rows) {
    return rows.sortWithinPartitions("number")
        .queryExecution()
        .executedPlan()
        .toString()
        .contains("Sort [");
  }

  private static Dataset<Row> doubled(Dataset<Row> numbers, List<String> sortedBy) {
    return EngineRows.map(
        numbers,
        SCHEMA,
        sortedBy,
        rows ->
            EngineRows.each(
                rows,
                row -> new GenericInternalRow(new Object[] {row.getLong(0), 2 * row.getLong(0)})));
  }
}
