package dev.glovebox;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class SameRowsTest {
  @Test
  void acceptsTheSameRows() {
    assertThatCode(() -> SameRows.assertSameInOrder(rows("a", "b"), rows("a", "b")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherValue() {
    assertThatThrownBy(() -> SameRows.assertSameInOrder(rows("a", "b"), rows("a", "c")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void refusesAnotherOrderOnlyWhereOrderCounts() {
    assertThatThrownBy(() -> SameRows.assertSameInOrder(rows("a", "b"), rows("b", "a")))
        .isInstanceOf(AssertionError.class);
    assertThatCode(() -> SameRows.assertSame(frame("a", "b"), frame("b", "a")))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesARowThatIsThereTwice() {
    assertThatThrownBy(() -> SameRows.assertSame(frame("a", "b"), frame("a", "b", "b")))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> SameRows.assertSame(frame("a", "a", "b"), frame("a", "b", "b")))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void needsNoScalaTest() {
    assertThatThrownBy(() -> Class.forName("org.scalatest.Suite"))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("org.scalatest.Suite");
  }

  private static Dataset<String> rows(String... values) {
    return SharedSpark.session().createDataset(List.of(values), Encoders.STRING()).coalesce(1);
  }

  private static Dataset<Row> frame(String... values) {
    return rows(values).toDF("value");
  }
}
