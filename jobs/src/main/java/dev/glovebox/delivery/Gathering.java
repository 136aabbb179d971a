package dev.glovebox.delivery;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Signal;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.Lake;
import dev.glovebox.table.TableDefinition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes the packages of all orders of a run in one pass over the tables: the rows of each table are
 * read once, brought together by order and into the order of a package by one shuffle, and written
 * as they come.
 */
public final class Gathering {

  /** Packages that one core writes, one after the other, where there are many. */
  private static final int ROUNDS = 4;

  private final SparkSession spark;
  private final Lake lake;
  private final PackageTerms terms;
  private final String packages;

  /**
   * @param terms of every package; its columns and its occasion are those of each order
   * @param packages where they go, a URI that Hadoop writes
   */
  public Gathering(SparkSession spark, Lake lake, PackageTerms terms, String packages) {
    this.spark = spark;
    this.lake = lake;
    this.terms = terms;
    this.packages = packages;
  }

  /**
   * What became of the orders.
   *
   * @param bytesRead of the tables' files
   */
  public record Made(List<Packed> packed, long bytesRead) {}

  /** Makes the packages; one that fails says why and keeps no other from being made. */
  public Made make(List<Order> orders) {
    int parts = Math.min(orders.size(), context().defaultParallelism() * ROUNDS);
    Broadcast<Orders> sought = context().broadcast(new Orders(orders, parts));
    LongAccumulator bytesRead = spark.sparkContext().longAccumulator("bytes read");
    List<JavaRDD<InternalRow>> rows = new ArrayList<>();
    rows.add(beginnings(orders, parts));
    for (Section section : Section.values()) {
      TableDefinition table = PackageTables.definition(section, terms.catalogue());
      if (lake.has(table)) {
        rows.add(
            scanned(section, table, new Sought(orders, lake, terms.zone()), sought, bytesRead));
      }
    }
    JavaRDD<InternalRow> together = union(rows);
    Dataset<Row> gathered = EngineRows.of(spark, together, GatheredRows.SCHEMA);
    JavaRDD<InternalRow> spread = EngineRows.spread(gathered, parts, "part");
    Packer packer = new Packer(orders, terms, packages, hadoop());
    Broadcast<Packer> packing = context().broadcast(packer);
    List<Packed> packed =
        EngineRows.sorted(spark, spread, GatheredRows.SCHEMA, GatheredRows.ORDER)
            .mapPartitions(inOrder -> packing.value().pack(inOrder), true)
            .collect();
    EngineRows.forget(spread);
    return new Made(packed, bytesRead.value());
  }

  private JavaRDD<InternalRow> beginnings(List<Order> orders, int parts) {
    List<int[]> numbers =
        orders.stream().map(order -> new int[] {order.number() % parts, order.number()}).toList();
    return context()
        .parallelize(numbers, 1)
        .map(number -> GatheredRows.occurrences(number[0], number[1], new BitSet()));
  }

  private JavaRDD<InternalRow> scanned(
      Section section,
      TableDefinition table,
      Sought sought,
      Broadcast<Orders> orders,
      LongAccumulator bytesRead) {
    StructType schema = wholeSchema(section, terms.catalogue());
    SectionScan scan =
        new SectionScan(section, schema, new SectionRows(section, schema, terms.zone()), orders);
    List<Column> columns = new ArrayList<>();
    for (String name : schema.fieldNames()) {
      columns.add(functions.col(name));
    }
    columns.add(functions.col("event_month"));
    Dataset<Row> found =
        lake.read(table).where(sought.rowsOf(section)).select(columns.toArray(Column[]::new));
    return found
        .queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(
            read -> {
              count(bytesRead);
              return scan.over(read);
            },
            true);
  }

  private static void count(LongAccumulator bytesRead) {
    TaskContext.get()
        .addTaskCompletionListener(
            (TaskContext task) -> bytesRead.add(task.taskMetrics().inputMetrics().bytesRead()));
  }

  /** Every column that a section's rows can have. */
  static StructType wholeSchema(Section section, Catalogue catalogue) {
    return PackageTables.schema(
        section, catalogue, catalogue.signals().stream().map(Signal::column).toList());
  }

  private JavaRDD<InternalRow> union(List<JavaRDD<InternalRow>> rows) {
    JavaRDD<InternalRow> all = rows.get(0);
    for (JavaRDD<InternalRow> more : rows.subList(1, rows.size())) {
      all = all.union(more);
    }
    return all;
  }

  private SerializableConfiguration hadoop() {
    return new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
