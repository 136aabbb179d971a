package dev.glovebox.table;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.CommitInfo;
import org.apache.spark.sql.delta.util.FileNames;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The Delta tables at one location: makes them, reads them, and replaces a batch date in them.
 *
 * <p>A table's layout is fixed when it is made and kept in its properties.
 */
public final class Lake {

  /** Property: how {@code owner_partition} is formed, {@code per-owner} or a number of buckets. */
  public static final String OWNER_PARTITIONS = "glovebox.owner-partitions";

  /** Property: whose data the table holds, the code of a {@link TableDefinition.Contents}. */
  public static final String CONTENTS = "glovebox.contents";

  private static final String FORMAT = "delta";

  private final SparkSession spark;
  private final Path location;
  private final OwnerPartitions ownerPartitions;

  public Lake(SparkSession spark, String location, OwnerPartitions ownerPartitions) {
    this.spark = spark;
    this.location = new Path(location);
    this.ownerPartitions = ownerPartitions;
  }

  /** How owners are laid out in this lake. */
  public OwnerPartitions ownerPartitions() {
    return ownerPartitions;
  }

  /** True when the table has been made. */
  public boolean has(TableDefinition table) {
    return snapshot(table).version() >= 0;
  }

  /** The rows of a table, which must exist. */
  public Dataset<Row> read(TableDefinition table) {
    return spark.read().format(FORMAT).load(path(table));
  }

  /**
   * Makes the tables that are missing and adds columns that are new in their definitions.
   *
   * @throws LayoutMismatchException if a table was made with another layout of owners
   */
  public void prepare(Collection<TableDefinition> tables) {
    tables.forEach(this::prepare);
  }

  /**
   * Replaces all rows of a batch date by these, in one commit.
   *
   * @param rows of the table's schema, all with {@code batch_date = date}
   * @param stamp kept with the commit, as JSON
   * @return the version of the table that holds them
   */
  public long replace(TableDefinition table, LocalDate date, Dataset<Row> rows, String stamp) {
    DeltaLog log = DeltaLog.forTable(spark, path(table));
    return new BatchDateReplacement(log, date).commit(rows, stamp);
  }

  /** Adds rows to a table, in one commit. */
  public long append(TableDefinition table, Dataset<Row> rows, String stamp) {
    rows.write()
        .format(FORMAT)
        .mode(SaveMode.Append)
        .option("userMetadata", stamp)
        .save(path(table));
    return version(table);
  }

  /** The newest version of a table; -1 when it has not been made. */
  public long version(TableDefinition table) {
    return snapshot(table).version();
  }

  /** The stamp of a table's newest commit; empty where that has none, or there is no table. */
  public Optional<String> newestStamp(TableDefinition table) {
    DeltaLog log = DeltaLog.forTable(spark, path(table));
    long version = version(table);
    if (version < 0) {
      return Optional.empty();
    }
    Path commit = FileNames.unsafeDeltaFile(log.logPath(), version);
    Seq<String> actions = log.store().read(commit, log.newDeltaHadoopConf());
    return CollectionConverters.asJava(actions).stream()
        .map(Action::fromJson)
        .filter(CommitInfo.class::isInstance)
        .map(action -> ((CommitInfo) action).userMetadata())
        .flatMap(stamp -> stamp.isDefined() ? Stream.of(stamp.get()) : Stream.empty())
        .findFirst();
  }

  /** The rows of these batch dates, by a literal predicate that prunes files. */
  public static Column ofBatchDates(Collection<LocalDate> dates) {
    return functions.col("batch_date").isin(dates.stream().map(java.sql.Date::valueOf).toArray());
  }

  private void prepare(TableDefinition table) {
    Snapshot snapshot = snapshot(table);
    if (snapshot.version() < 0) {
      create(table);
      return;
    }
    Map<String, String> properties =
        CollectionConverters.asJava(snapshot.metadata().configuration());
    String made = properties.get(OWNER_PARTITIONS);
    if (made != null && !made.equals(ownerPartitions.code())) {
      throw new LayoutMismatchException(table.name(), made, ownerPartitions.code());
    }
    addMissingColumns(table, snapshot);
  }

  private void addMissingColumns(TableDefinition table, Snapshot snapshot) {
    List<String> present = Arrays.asList(snapshot.schema().fieldNames());
    List<StructField> missing =
        Arrays.stream(table.schema().fields())
            .filter(field -> !present.contains(field.name()))
            .toList();
    if (!missing.isEmpty()) {
      spark
          .createDataFrame(List.of(), table.schema())
          .write()
          .format(FORMAT)
          .mode(SaveMode.Append)
          .option("mergeSchema", "true")
          .save(path(table));
    }
  }

  private void create(TableDefinition table) {
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(path(table))
            .comment(table.description())
            .addColumns(table.schema())
            .partitionedBy(table.partitionColumns().toArray(String[]::new))
            .property(CONTENTS, table.contents().code())
            .property(
                "delta.dataSkippingStatsColumns", String.join(",", table.statisticsColumns()));
    if (table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING)) {
      builder = builder.property(OWNER_PARTITIONS, ownerPartitions.code());
    }
    builder.execute();
  }

  private Snapshot snapshot(TableDefinition table) {
    return DeltaLog.forTable(spark, path(table))
        .update(false, scala.Option.empty(), scala.Option.empty());
  }

  private String path(TableDefinition table) {
    return new Path(location, table.name()).toString();
  }
}
