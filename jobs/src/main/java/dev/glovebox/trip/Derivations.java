package dev.glovebox.trip;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What was derived before and what is now, of the same stretches of time.
 *
 * @param held kept by the engine until {@link #close}
 */
public record Derivations(
    Dataset<Row> tripsBefore,
    Dataset<Row> chargesBefore,
    Dataset<Row> trips,
    Dataset<Row> charges,
    List<Dataset<Row>> held)
    implements AutoCloseable {

  /** No reading and nothing derived is touched. */
  static final Derivations NONE = new Derivations(null, null, null, null, List.of());

  /** Whether there is anything to compare. */
  public boolean isEmpty() {
    return held.isEmpty();
  }

  /**
   * Rows of the first that the second has not, all columns of the second taken together.
   *
   * @param columns that both have
   */
  public static Dataset<Row> without(Dataset<Row> first, Dataset<Row> second, String[] columns) {
    Column same =
        Arrays.stream(columns)
            .map(column -> first.col(column).eqNullSafe(second.col(column)))
            .reduce(functions.lit(true), Column::and);
    return first.join(second, same, "left_anti");
  }

  @Override
  public void close() {
    held.forEach(Dataset::unpersist);
  }
}
