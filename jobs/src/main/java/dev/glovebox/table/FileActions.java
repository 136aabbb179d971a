package dev.glovebox.table;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Delta's actions for files that were written. */
final class FileActions {

  private FileActions() {}

  /** A file as publishing writes it: of owner data, with rows in the order of owners. */
  static AddFile added(TableDefinition table, WrittenFile file) {
    boolean byOwner = table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING);
    FileTags tags = byOwner ? FileTags.NONE.withRowsInOrder() : FileTags.NONE;
    return added(table, file, tags.toMap());
  }

  static AddFile added(TableDefinition table, WrittenFile file, Map<String, String> tags) {
    return new AddFile(
        file.path(),
        partitionValues(table, file),
        file.bytes(),
        file.modifiedAtMillis(),
        true,
        file.statistics(),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)),
        null,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }

  /** Where a file lies that the log names. */
  static Path path(DeltaLog log, AddFile file) {
    return new Path(log.dataPath(), new Path(URI.create(file.path())));
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
