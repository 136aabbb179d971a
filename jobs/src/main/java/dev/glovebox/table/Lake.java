package dev.glovebox.table;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import scala.Option;
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
    return newest(table).version() >= 0;
  }

  /** The rows of a table, which must exist. */
  public Dataset<Row> read(TableDefinition table) {
    return spark.read().format(FORMAT).load(path(table));
  }

  /** The rows of one version of a table. */
  public Dataset<Row> read(TableDefinition table, long version) {
    return spark.read().format(FORMAT).option("versionAsOf", version).load(path(table));
  }

  /** Bytes of a table's data files by month of event, in its newest version. */
  public Map<String, Long> bytesByMonth(TableDefinition table) {
    Map<String, Long> bytes = new HashMap<>();
    newest(table)
        .allFiles()
        .groupBy(functions.col("partitionValues").getItem(Months.COLUMN))
        .agg(functions.sum(functions.col("size")))
        .collectAsList()
        .forEach(row -> bytes.put(row.getString(0), row.getLong(1)));
    return bytes;
  }

  /**
   * Makes the tables that are missing and adds columns that are new in their definitions.
   *
   * @throws LayoutMismatchException if a table was made with another layout of owners
   */
  public void prepare(Collection<TableDefinition> tables) {
    tables.forEach(this::prepare);
  }

  /** How files of these tables are written; a file's table is named by its place among them. */
  public FileWriting writing(List<TableDefinition> tables) {
    return FileWriting.of(spark, location, tables);
  }

  /** Writes a few rows of one table, here and now, into files that are not yet part of it. */
  public List<WrittenFile> write(TableDefinition table, List<Row> rows) {
    int columns = table.partitionColumns().size();
    if (columns > 0) {
      throw new IllegalArgumentException(table.name() + " is partitioned, so tasks write it");
    }
    OpenFiles files = writing(List.of(table)).open(0);
    try {
      rows.forEach(row -> files.write(0, List.of(), EngineRows.internal(row, table.schema())));
      return files.finish();
    } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
      files.abandon();
      throw failure;
    }
  }

  /**
   * Replaces all rows of a batch date by those of these files, in one commit.
   *
   * @param files of the table, all of whose rows have {@code batch_date = date}
   * @param stamp kept with the commit, as JSON
   * @param turn of the date, higher than that which {@link #turns} tells
   * @return the version of the table that holds them
   */
  public long replace(
      TableDefinition table, LocalDate date, List<WrittenFile> files, String stamp, long turn) {
    return new BatchDateReplacement(log(table), table, date).commit(files, stamp, turn);
  }

  /** Takes back files that are not to be committed; what cannot be deleted, maintain finds. */
  public void discard(List<WrittenFile> files) {
    for (WrittenFile file : files) {
      Path path = file.in(new Path(location, file.table()));
      OpenFiles.takeBack(path, spark.sparkContext().hadoopConfiguration());
    }
  }

  /** Adds the rows of files to a table, in one commit. */
  public long append(TableDefinition table, List<WrittenFile> files, String stamp) {
    var transaction = log(table).startTransaction(Option.empty(), Option.empty());
    List<AddFile> added = files.stream().map(file -> FileActions.added(table, file)).toList();
    SweepTurn.heed(transaction, added);
    return transaction.commit(
        ScalaSeq.of(List.<Action>copyOf(added)), WriteOperation.append(stamp));
  }

  /**
   * Adds the rows of files to a table, if nobody has written to it since a version was read.
   *
   * @throws io.delta.exceptions.DeltaConcurrentModificationException if somebody has
   */
  public long appendTo(TableDefinition table, long version, List<WrittenFile> files, String stamp) {
    var transaction = log(table).startTransaction(Option.empty(), Option.empty());
    if (transaction.readVersion() != version) {
      throw TurnTakenException.ofTable(table.name());
    }
    transaction.readWholeTable();
    List<AddFile> added = files.stream().map(file -> FileActions.added(table, file)).toList();
    SweepTurn.heed(transaction, added);
    return transaction.commit(
        ScalaSeq.of(List.<Action>copyOf(added)), WriteOperation.append(stamp));
  }

  /**
   * Puts rows in place of all for which a condition holds, in one commit.
   *
   * @param rows for all of which it holds
   * @param condition in SQL, over the table's columns
   * @return the version of the table that holds them
   */
  public long replaceWhere(TableDefinition table, String condition, List<Row> rows, String stamp) {
    spark
        .createDataFrame(rows, table.schema())
        .coalesce(1)
        .write()
        .format(FORMAT)
        .mode(SaveMode.Overwrite)
        .option("replaceWhere", condition)
        .option("userMetadata", stamp)
        .save(path(table));
    return version(table);
  }

  /** How much data a table's newest version has. */
  public Extent extent(TableDefinition table) {
    return new TableState(newest(table)).extent();
  }

  /** Data files and their bytes. */
  public record Extent(long files, long bytes) {}

  /** The newest version of a table; -1 when it has not been made. */
  public long version(TableDefinition table) {
    return newest(table).version();
  }

  /**
   * How often each batch date was replaced in a table: tables that hold the same replacement of a
   * date are at the same turn of it.
   */
  public Map<LocalDate, Long> turns(TableDefinition table) {
    Map<LocalDate, Long> turns = new HashMap<>();
    new TableState(newest(table))
        .versions(BatchDateReplacement.TURN)
        .forEach((date, turn) -> turns.put(LocalDate.parse(date), turn));
    return turns;
  }

  /** The rows of these batch dates, by a literal predicate that prunes files. */
  public static Column ofBatchDates(Collection<LocalDate> dates) {
    return functions.col("batch_date").isin(dates.stream().map(java.sql.Date::valueOf).toArray());
  }

  private void prepare(TableDefinition table) {
    Snapshot snapshot = newest(table);
    if (snapshot.version() < 0) {
      create(table);
      return;
    }
    Map<String, String> properties =
        CollectionConverters.asJava(snapshot.metadata().configuration());
    String made = properties.get(OWNER_PARTITIONS);
    if (made != null && !made.equals(ownerPartitions.code())) {
      throw LayoutMismatchException.ofOwners(table.name(), made, ownerPartitions.code());
    }
    requireNamesAsWritten(table, snapshot);
    requireSameTypes(table, snapshot);
    addMissingColumns(table, snapshot);
  }

  /** Files are written by the columns' own names. */
  private static void requireNamesAsWritten(TableDefinition table, Snapshot snapshot) {
    String mapping = snapshot.metadata().columnMappingMode().name();
    if (!mapping.equals("none")) {
      throw LayoutMismatchException.ofColumnMapping(table.name(), mapping);
    }
  }

  private static void requireSameTypes(TableDefinition table, Snapshot snapshot) {
    List<String> declared = Arrays.asList(table.schema().fieldNames());
    for (StructField made : snapshot.schema().fields()) {
      if (declared.contains(made.name())) {
        StructField wanted = table.schema().apply(made.name());
        if (!made.dataType().catalogString().equals(wanted.dataType().catalogString())) {
          throw LayoutMismatchException.ofType(table.name(), made, wanted);
        }
      }
    }
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
    Map<String, String> properties = new HashMap<>();
    properties.put(CONTENTS, table.contents().code());
    properties.put("delta.dataSkippingStatsColumns", String.join(",", table.statisticsColumns()));
    if (table.partitionColumns().equals(LakeTables.OWNER_PARTITIONING)) {
      properties.put(OWNER_PARTITIONS, ownerPartitions.code());
    }
    new TableCreation(DeltaLog.forTable(spark, path(table)), table).commit(properties);
  }

  DeltaLog log(TableDefinition table) {
    return DeltaLog.forTable(spark, path(table));
  }

  Snapshot newest(TableDefinition table) {
    return log(table).update(false, Option.empty(), Option.empty());
  }

  String path(TableDefinition table) {
    return new Path(location, table.name()).toString();
  }
}
