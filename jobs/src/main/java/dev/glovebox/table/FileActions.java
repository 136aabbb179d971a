package dev.glovebox.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** Delta's actions for files that were written. */
final class FileActions {

  private FileActions() {}

  static AddFile added(TableDefinition table, WrittenFile file) {
    return new AddFile(
        file.path(),
        partitionValues(table, file),
        file.bytes(),
        file.modifiedAtMillis(),
        true,
        file.statistics(),
        Map$.MODULE$.empty(),
        null,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  private static scala.collection.immutable.Map<String, String> partitionValues(
      TableDefinition table, WrittenFile file) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> columns = table.partitionColumns();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), file.partition().get(i));
    }
    return scala.collection.immutable.Map.from(CollectionConverters.asScala(values));
  }
}
