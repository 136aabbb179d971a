package dev.glovebox.table;

import dev.glovebox.SharedSpark;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of {@code alerts} for tests, of owners in eight buckets. */
final class AlertRows {

  static final TableDefinition ALERTS = LakeTables.alerts();
  static final OwnerPartitions BUCKETS = new OwnerPartitions(8);

  private final List<Row> rows = new ArrayList<>();
  private final LocalDate batchDate;

  private AlertRows(LocalDate batchDate) {
    this.batchDate = batchDate;
  }

  static AlertRows of(LocalDate batchDate) {
    return new AlertRows(batchDate);
  }

  /** An alert of the first minute of the batch date. */
  AlertRows with(String owner, String name) {
    rows.add(
        RowFactory.create(
            owner,
            "VIN-" + owner,
            Timestamp.valueOf(batchDate.atStartOfDay()),
            Date.valueOf(batchDate),
            name,
            null,
            null,
            List.of("Customer"),
            batchDate.toString().substring(0, 7),
            BUCKETS.of(owner)));
    return this;
  }

  Dataset<Row> toDataset() {
    return SharedSpark.session().createDataFrame(rows, ALERTS.schema());
  }

  /** The same rows, on whose way to the files something else is done first. */
  static Dataset<Row> meanwhile(Dataset<Row> rows, Runnable work) {
    return EngineRows.map(
        rows.coalesce(1),
        rows.schema(),
        parts -> {
          // In a thread of its own, since the engine refuses its session to tasks.
          CompletableFuture.runAsync(work).join();
          return parts;
        });
  }
}
