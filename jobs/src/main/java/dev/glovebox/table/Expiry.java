package dev.glovebox.table;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lets go of values that were kept long enough: rows to rows, nothing else.
 *
 * @param keptFrom by class the instant from which on values are kept; other classes are kept all
 * @param reason code that a reading says then
 */
record Expiry(Map<PrivacyClass, Instant> keptFrom, String reason) {

  private static final String WITHHELD = "withheld";

  Expiry {
    keptFrom = Map.copyOf(keptFrom);
  }

  /** From when on anything is gone at all; empty when all is kept. */
  Optional<Instant> latest() {
    return keptFrom.values().stream().max(Instant::compareTo);
  }

  /** Readings without their expired values; one of which nothing is left goes. */
  Dataset<Row> readings(Dataset<Row> telemetry, List<ValueColumns> values) {
    Map<String, Column> changed = new HashMap<>();
    Column anyGone = lit(false);
    Column anyLeft = lit(false);
    for (ValueColumns value : values) {
      Optional<Instant> from = keptFrom(value);
      if (from.isEmpty()) {
        anyLeft = anyLeft.or(value.isPresent());
        continue;
      }
      Column kept = col("captured_at").geq(lit(from.get()));
      anyLeft = anyLeft.or(kept.and(value.isPresent()));
      anyGone = anyGone.or(kept.unary_$bang().and(value.isPresent()));
      value.columns().forEach(name -> changed.put(name, when(kept, col(name))));
    }
    Column reasons = coalesce(col(WITHHELD), array().cast("array<string>"));
    changed.put(
        WITHHELD,
        when(anyGone, array_sort(array_union(reasons, array(lit(reason)))))
            .otherwise(col(WITHHELD)));
    return telemetry.filter(anyLeft).select(columns(telemetry, changed));
  }

  /** Rows of which each is a value, without the expired ones. */
  Dataset<Row> items(Dataset<Row> items) {
    return latest().map(from -> items.filter(col("captured_at").geq(lit(from)))).orElse(items);
  }

  /** What nobody knows the class of is kept no longer than anything else. */
  private Optional<Instant> keptFrom(ValueColumns value) {
    return value.privacyClass().isEmpty()
        ? latest()
        : Optional.ofNullable(keptFrom.get(value.privacyClass().get()));
  }

  private static Column[] columns(Dataset<Row> rows, Map<String, Column> changed) {
    List<Column> columns = new ArrayList<>();
    Arrays.stream(rows.schema().fieldNames())
        .forEach(name -> columns.add(changed.getOrDefault(name, col(name)).as(name)));
    return columns.toArray(Column[]::new);
  }
}
