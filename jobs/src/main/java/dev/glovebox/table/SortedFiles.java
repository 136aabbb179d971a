package dev.glovebox.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.ProjectingInternalRow;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Writes stored rows again, as publishing writes new ones: in the order of the table's keys, and in
 * no other columns than the rows have.
 */
final class SortedFiles {

  private SortedFiles() {}

  /**
   * Writes each task's rows: one file for each partition of the table that a task has rows of.
   *
   * @param rows in columns of the table, its keys among them, as they are dealt to tasks
   * @return the files, which no table knows yet
   */
  static List<WrittenFile> write(DeltaLog log, TableDefinition table, Dataset<Row> rows) {
    SparkSession spark = rows.sparkSession();
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    TableDefinition narrow = table.in(rows.schema());
    Broadcast<FileWriting> writing =
        context.broadcast(FileWriting.of(spark, log.dataPath().getParent(), List.of(narrow)));
    try {
      return rows.sortWithinPartitions(columns(table.keyColumns()))
          .queryExecution()
          .toRdd()
          .toJavaRDD()
          .mapPartitionsWithIndex(
              (task, sorted) -> write(sorted, narrow, writing.value().open(task)).iterator(), true)
          .collect();
    } finally {
      writing.destroy();
    }
  }

  private static List<WrittenFile> write(
      Iterator<InternalRow> rows, TableDefinition table, OpenFiles files) {
    try {
      int[] partition = places(table.partitionColumns().toArray(String[]::new), table.schema());
      StructType dataSchema = table.dataSchema();
      ProjectingInternalRow data =
          projection(dataSchema, places(dataSchema.fieldNames(), table.schema()));
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        data.project(row);
        files.write(0, texts(row, partition), data);
      }
      return files.finish();
    } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
      files.abandon();
      throw failure;
    }
  }

  private static ProjectingInternalRow projection(StructType schema, int[] places) {
    List<Object> ordinals = new ArrayList<>();
    Arrays.stream(places).forEach(ordinals::add);
    return ProjectingInternalRow.apply(schema, ScalaSeq.of(ordinals));
  }

  private static int[] places(String[] columns, StructType schema) {
    return Arrays.stream(columns).mapToInt(schema::fieldIndex).toArray();
  }

  private static List<String> texts(InternalRow row, int[] columns) {
    String[] texts = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      texts[i] = row.getUTF8String(columns[i]).toString();
    }
    return List.of(texts);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
