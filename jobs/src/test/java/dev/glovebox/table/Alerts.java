package dev.glovebox.table;

import dev.glovebox.SharedSpark;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;

/** A lake with the table of alerts, filled by their names. */
final class Alerts {

  static final TableDefinition TABLE = LakeTables.alerts();

  private final Path folder;
  private final Lake lake;

  Alerts(Path folder) {
    this.folder = folder;
    this.lake = new Lake(SharedSpark.session(), folder.toUri().toString(), new OwnerPartitions(8));
    lake.prepare(List.of(TABLE));
  }

  Lake lake() {
    return lake;
  }

  Path path() {
    return folder.resolve(TABLE.name());
  }

  long replace(LocalDate date, long turn, String... names) {
    return lake.replace(TABLE, date, written("b0001", date, names), "{}", turn);
  }

  /** Files that are not yet part of the table. */
  List<WrittenFile> written(String partition, LocalDate date, String... names) {
    OpenFiles files = lake.writing(List.of(TABLE)).open(0);
    for (String name : names) {
      Row row =
          RowFactory.create(
              "owner-1",
              "VIN1",
              Timestamp.valueOf(date.atStartOfDay()),
              Date.valueOf(date),
              name,
              null,
              null,
              List.of("Customer"));
      files.write(0, List.of("2026-11", partition), EngineRows.internal(row, TABLE.dataSchema()));
    }
    return files.finish();
  }

  /** Brings the files of each partition together, as an operator's compaction does. */
  void compact() {
    io.delta.tables.DeltaTable.forPath(SharedSpark.session(), path().toString())
        .optimize()
        .executeCompaction();
  }

  List<String> names() {
    return lake.read(TABLE).select("name").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  DeltaLog log() {
    return DeltaLog.forTable(SharedSpark.session(), path().toString());
  }

  Snapshot snapshot() {
    return log().update(false, scala.Option.empty(), scala.Option.empty());
  }
}
