package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SameRows;
import dev.glovebox.SharedSpark;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class NarrowRowsTest {

  private static final String ROWS =
      "SELECT * FROM VALUES (3, 'c', CAST(null AS DOUBLE), CAST(null AS STRING)), (1, null, null,"
          + " null), (2, 'b', null, null) AS t(id, text, empty, never)";

  private final SparkSession spark = SharedSpark.session();

  @Test
  void bringsBackEveryColumnAsItWas() {
    Dataset<Row> rows = spark.sql(ROWS);

    Dataset<Row> through = NarrowRows.through(rows, List.of("id"), narrow -> narrow);

    assertThat(through.schema().catalogString()).isEqualTo(rows.schema().catalogString());
    SameRows.assertSame(rows, through);
  }

  @Test
  void carriesOnlyWhatIsFilledOrNeeded() {
    List<String> carried = new ArrayList<>();

    NarrowRows.through(
        spark.sql(ROWS),
        List.of("never"),
        narrow -> {
          carried.addAll(List.of(narrow.columns()));
          return narrow;
        });

    assertThat(carried).containsExactlyInAnyOrder("id", "text", "never");
  }

  @Test
  void keepsTheOrderOfTheWork() {
    Dataset<Row> sorted =
        NarrowRows.through(
            spark.sql(ROWS),
            List.of("id"),
            narrow -> narrow.coalesce(1).sortWithinPartitions("id"));

    assertThat(sorted.collectAsList()).extracting(row -> row.getInt(0)).containsExactly(1, 2, 3);
  }

  @Test
  void passesOverNothing() {
    Dataset<Row> none = spark.sql(ROWS).filter("id > 9");

    assertThat(NarrowRows.through(none, List.of("id"), narrow -> narrow).collectAsList()).isEmpty();
  }
}
