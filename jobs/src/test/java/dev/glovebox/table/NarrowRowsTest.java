package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SameRows;
import dev.glovebox.SharedSpark;
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
  void keepsWhatIsFilledOrNeededInItsOrder() {
    Dataset<Row> narrow = NarrowRows.of(spark.sql(ROWS), List.of("never"));

    assertThat(narrow.columns()).containsExactly("id", "text", "never");
    SameRows.assertSame(spark.sql(ROWS).drop("empty"), narrow);
  }

  @Test
  void keepsOnlyWhatIsNeededOfNoRows() {
    Dataset<Row> none = spark.sql(ROWS).filter("id > 9");

    assertThat(NarrowRows.of(none, List.of("id")).columns()).containsExactly("id");
    assertThat(NarrowRows.of(none, List.of("id")).collectAsList()).isEmpty();
  }
}
