package dev.glovebox.table;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes a table by its first commit.
 *
 * <p>Delta's own {@code CREATE TABLE IF NOT EXISTS} takes a folder that is not empty for a table:
 * what a run left behind that was killed before the first commit would be in the way for ever.
 */
final class TableCreation {

  private final DeltaLog log;
  private final TableDefinition table;

  TableCreation(DeltaLog log, TableDefinition table) {
    this.log = log;
    this.table = table;
  }

  /**
   * Makes the table, unless it is there.
   *
   * @throws java.util.ConcurrentModificationException if another writer makes it at the same time
   */
  void commit(Map<String, String> properties) {
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
    if (transaction.snapshot().version() < 0) {
      Metadata metadata = metadata(properties);
      transaction.updateMetadataForNewTable(metadata);
      transaction.commit(
          ScalaSeq.of(List.<Action>of()),
          new DeltaOperations.CreateTable(metadata, false, false, Option.empty()));
    }
  }

  private Metadata metadata(Map<String, String> properties) {
    return new Metadata(
        UUID.randomUUID().toString(),
        null,
        table.description(),
        new Format("parquet", map(Map.of())),
        table.schema().json(),
        ScalaSeq.of(table.partitionColumns()),
        map(properties),
        Option.apply(System.currentTimeMillis()));
  }

  private static scala.collection.immutable.Map<String, String> map(Map<String, String> map) {
    List<Tuple2<String, String>> entries =
        map.entrySet().stream()
            .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
            .toList();
    return scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(entries));
  }
}
