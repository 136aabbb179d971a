package dev.glovebox;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Compares datasets with spark-testing-base, on the shared session and from Jupiter's tests: its
 * JUnit 4 life cycle, which would start a context of its own, never runs.
 */
public final class SameRows {
  private static final Comparison COMPARISON = new Comparison();

  private SameRows() {}

  /** Fails unless both hold the same rows, in the same order. */
  public static <T> void assertSameInOrder(Dataset<T> expected, Dataset<T> actual) {
    COMPARISON.assertDatasetEquals(expected, actual);
  }

  /** Fails unless both hold the same rows, each as often, in whatever order. */
  public static void assertSame(Dataset<Row> expected, Dataset<Row> actual) {
    COMPARISON.assertDataFrameNoOrderEquals(expected, actual);
  }

  private static final class Comparison extends JavaDatasetSuiteBase {
    private static final long serialVersionUID = 1L;

    @Override
    public SparkContext sc() {
      return SharedSpark.session().sparkContext();
    }

    @Override
    public JavaSparkContext jsc() {
      return JavaSparkContext.fromSparkContext(sc());
    }

    @Override
    public SparkSession spark() {
      return SharedSpark.session();
    }
  }
}
