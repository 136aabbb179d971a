package dev.glovebox.table;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.ContextCleaner;
import org.apache.spark.Dependency;
import org.apache.spark.ShuffleDependency;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.UnknownPartitioning;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as the engine keeps them, made, spread and sorted without a detour over {@link Row}, which
 * costs more to convert than to decode.
 */
public final class EngineRows {

  private EngineRows() {}

  /**
   * What turns the rows of one partition into other rows; a row it is given is valid until the
   * next.
   */
  @FunctionalInterface
  public interface Pass extends Serializable {
    Iterator<InternalRow> apply(Iterator<InternalRow> rows);
  }

  /**
   * One pass over every partition.
   *
   * @param schema of the rows that {@code pass} returns
   */
  public static Dataset<Row> map(Dataset<Row> rows, StructType schema, Pass pass) {
    JavaRDD<InternalRow> mapped =
        rows.queryExecution().toRdd().toJavaRDD().mapPartitions(pass::apply, true);
    return of(rows.sparkSession(), mapped, schema);
  }

  /** What makes any number of rows of one; it is made once for a partition. */
  @FunctionalInterface
  public interface Expansion extends Serializable {
    BiConsumer<InternalRow, Consumer<InternalRow>> begin();
  }

  /**
   * One pass over every partition that makes any number of rows of each.
   *
   * @param schema of the rows that {@code expansion} hands on
   */
  public static Dataset<Row> flatMap(Dataset<Row> rows, StructType schema, Expansion expansion) {
    return map(rows, schema, each -> expanded(each, expansion.begin()));
  }

  /**
   * Spreads rows over parts; those of a part come in no order.
   *
   * @param part column with the number of a row's part
   */
  public static JavaRDD<InternalRow> spread(Dataset<Row> rows, int parts, String part) {
    return rows.repartitionById(parts, functions.col(part)).queryExecution().toRdd().toJavaRDD();
  }

  /** The rows of each part in ascending order of these columns. */
  public static JavaRDD<InternalRow> sorted(
      SparkSession spark, JavaRDD<InternalRow> rows, StructType schema, List<String> order) {
    Column[] columns = order.stream().map(functions::col).toArray(Column[]::new);
    return of(spark, rows, schema)
        .sortWithinPartitions(columns)
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  /** Gives back the storage of shuffles that only these rows stand on. */
  public static void forget(JavaRDD<InternalRow> rows) {
    SparkContext context = rows.rdd().sparkContext();
    if (context.cleaner().isDefined()) {
      ContextCleaner cleaner = context.cleaner().get();
      shufflesOf(rows.rdd()).forEach(shuffle -> cleaner.doCleanupShuffle(shuffle, false));
    }
  }

  private static Set<Integer> shufflesOf(RDD<?> rows) {
    Set<Integer> shuffles = new HashSet<>();
    for (Dependency<?> dependency : CollectionConverters.asJava(rows.dependencies())) {
      if (dependency instanceof ShuffleDependency<?, ?, ?> shuffle) {
        shuffles.add(shuffle.shuffleId());
      } else {
        shuffles.addAll(shufflesOf(dependency.rdd()));
      }
    }
    return shuffles;
  }

  /** One thing for each row, made while the row is valid. */
  public static <T> Iterator<T> each(Iterator<InternalRow> rows, Function<InternalRow, T> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public T next() {
        return change.apply(rows.next());
      }
    };
  }

  /** Rows that are made of things as they are asked for: none of a thing, or one, or several. */
  public static <T> Iterator<InternalRow> expanded(
      Iterator<T> things, BiConsumer<T, Consumer<InternalRow>> expansion) {
    return new Expanded<>(things, expansion);
  }

  private static final class Expanded<T> implements Iterator<InternalRow> {
    private final Iterator<T> things;
    private final BiConsumer<T, Consumer<InternalRow>> expansion;
    private final Queue<InternalRow> made = new ArrayDeque<>();

    Expanded(Iterator<T> things, BiConsumer<T, Consumer<InternalRow>> expansion) {
      this.things = things;
      this.expansion = expansion;
    }

    @Override
    public boolean hasNext() {
      while (made.isEmpty() && things.hasNext()) {
        expansion.accept(things.next(), made::add);
      }
      return !made.isEmpty();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return made.remove();
    }
  }

  /** A row in the engine's form. */
  public static InternalRow internal(Row row, StructType schema) {
    return (InternalRow) CatalystTypeConverters.createToCatalystConverter(schema).apply(row);
  }

  /** A dataset of rows made outside the engine. */
  public static Dataset<Row> of(SparkSession spark, JavaRDD<InternalRow> rows, StructType schema) {
    var session = (org.apache.spark.sql.classic.SparkSession) spark;
    Seq<Attribute> output = attributes(schema);
    RDD<InternalRow> rdd = rows.rdd();
    var plan =
        new LogicalRDD(
            output,
            rdd,
            new UnknownPartitioning(rdd.getNumPartitions()),
            ScalaSeq.of(List.<SortOrder>of()),
            false,
            Option.empty(),
            session,
            Option.empty(),
            Option.empty());
    return org.apache.spark.sql.classic.Dataset.ofRows(session, plan);
  }

  private static Seq<Attribute> attributes(StructType schema) {
    List<Attribute> attributes = new ArrayList<>();
    CollectionConverters.asJava(DataTypeUtils.toAttributes(schema)).forEach(attributes::add);
    return ScalaSeq.of(attributes);
  }
}
