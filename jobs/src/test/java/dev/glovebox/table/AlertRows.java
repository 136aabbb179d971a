package dev.glovebox.table;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of {@code alerts} for tests, of owners in eight buckets, as files of one batch date. */
final class AlertRows {

  static final TableDefinition ALERTS = LakeTables.alerts();
  static final OwnerPartitions BUCKETS = new OwnerPartitions(8);

  private final TreeMap<String, List<Row>> byPartition = new TreeMap<>();
  private final LocalDate batchDate;

  private AlertRows(LocalDate batchDate) {
    this.batchDate = batchDate;
  }

  static AlertRows of(LocalDate batchDate) {
    return new AlertRows(batchDate);
  }

  /** An alert of the first minute of the batch date. */
  AlertRows with(String owner, String name) {
    Row row =
        RowFactory.create(
            owner,
            "VIN-" + owner,
            Timestamp.valueOf(batchDate.atStartOfDay()),
            Date.valueOf(batchDate),
            name,
            null,
            null,
            List.of("Customer"));
    byPartition.computeIfAbsent(BUCKETS.of(owner), bucket -> new ArrayList<>()).add(row);
    return this;
  }

  /** Files, one a partition, that are not yet part of the table. */
  List<WrittenFile> in(Lake lake) {
    OpenFiles files = lake.writing(List.of(ALERTS)).open(0);
    String month = batchDate.toString().substring(0, 7);
    byPartition.forEach(
        (bucket, rows) ->
            rows.forEach(
                row ->
                    files.write(
                        0, List.of(month, bucket), EngineRows.internal(row, ALERTS.dataSchema()))));
    return files.finish();
  }
}
