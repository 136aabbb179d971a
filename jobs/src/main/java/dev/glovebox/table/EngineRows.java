package dev.glovebox.table;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Ascending$;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.physical.UnknownPartitioning;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as the engine keeps them, made and read without a detour over {@link Row}: the one place
 * that knows Spark's internal classes.
 *
 * <p>A {@code Row} of two hundred columns costs more to convert than to decode, and the engine
 * sorts again before a partitioned write unless it is told that the rows lie in order.
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
   * @param sortedBy columns by which these rows lie in ascending order within a partition
   */
  public static Dataset<Row> map(
      Dataset<Row> rows, StructType schema, List<String> sortedBy, Pass pass) {
    JavaRDD<InternalRow> mapped =
        rows.queryExecution().toRdd().toJavaRDD().mapPartitions(pass::apply, true);
    return of(rows.sparkSession(), mapped, schema, sortedBy);
  }

  /** As {@link #map(Dataset, StructType, List, Pass)}, for rows in no stated order. */
  public static Dataset<Row> map(Dataset<Row> rows, StructType schema, Pass pass) {
    return map(rows, schema, List.of(), pass);
  }

  /** One row for each, made while the one it is made from is valid. */
  public static Iterator<InternalRow> each(
      Iterator<InternalRow> rows, UnaryOperator<InternalRow> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public InternalRow next() {
        return change.apply(rows.next());
      }
    };
  }

  /** A dataset of rows made outside the engine. */
  public static Dataset<Row> of(
      SparkSession spark, JavaRDD<InternalRow> rows, StructType schema, List<String> sortedBy) {
    var session = (org.apache.spark.sql.classic.SparkSession) spark;
    Seq<Attribute> output = attributes(schema);
    RDD<InternalRow> rdd = rows.rdd();
    var plan =
        new LogicalRDD(
            output,
            rdd,
            new UnknownPartitioning(rdd.getNumPartitions()),
            ordering(output, sortedBy),
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
    return CollectionConverters.asScala(attributes).toList();
  }

  private static Seq<SortOrder> ordering(Seq<Attribute> output, List<String> sortedBy) {
    List<SortOrder> orders =
        sortedBy.stream()
            .map(column -> output.find(attribute -> attribute.name().equals(column)).get())
            .map(EngineRows::ascending)
            .toList();
    return CollectionConverters.asScala(orders).toList();
  }

  private static SortOrder ascending(Attribute attribute) {
    Ascending$ ascending = Ascending$.MODULE$;
    Seq<Expression> sameOrder = CollectionConverters.asScala(List.<Expression>of()).toList();
    return new SortOrder(attribute, ascending, ascending.defaultNullOrdering(), sameOrder);
  }
}
