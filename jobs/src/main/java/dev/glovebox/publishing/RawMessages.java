package dev.glovebox.publishing;

import dev.glovebox.source.Adapter;
import dev.glovebox.source.Message;
import dev.glovebox.source.RawObject;
import dev.glovebox.store.RawObjects;
import dev.glovebox.store.RawObjects.StoredObject;
import dev.glovebox.table.EngineRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads raw objects into attributed messages: one streaming pass from bytes to rows. */
final class RawMessages {

  private static final int TASKS_PER_CORE = 4;

  private final JavaSparkContext context;
  private final Adapter adapter;
  private final long clockAheadMicros;

  /**
   * @param clockAheadMicros how long after the hour of its arrival an instant may lie
   */
  RawMessages(JavaSparkContext context, Adapter adapter, long clockAheadMicros) {
    this.context = context;
    this.adapter = adapter;
    this.clockAheadMicros = clockAheadMicros;
  }

  /** Every message of these objects with its holder, as {@link AttributedMessage#SCHEMA}. */
  Dataset<Row> read(
      SparkSession spark,
      LocalDate batchDate,
      List<StoredObject> objects,
      Broadcast<AttributionRules> attribution) {
    var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    int batchDay = Math.toIntExact(batchDate.toEpochDay());
    Adapter reader = adapter;
    long aheadMicros = clockAheadMicros;
    JavaRDD<InternalRow> rows =
        context
            .parallelize(objects, tasksFor(objects))
            .flatMap(
                object -> {
                  Attribution attributing = new Attribution(attribution.value());
                  return new AttributedRows<>(
                      messages(reader, object, aheadMicros, hadoop.value().value()),
                      (message, out) ->
                          attributing.attribute(message, batchDay, Standing.NEW, out));
                });
    return EngineRows.of(spark, rows, AttributedMessage.SCHEMA, List.of());
  }

  private int tasksFor(List<StoredObject> objects) {
    return Math.max(1, Math.min(objects.size(), TASKS_PER_CORE * context.defaultParallelism()));
  }

  private static Iterator<Message> messages(
      Adapter adapter, StoredObject object, long clockAheadMicros, Configuration hadoop)
      throws IOException {
    InputStream stored = RawObjects.open(object.uri(), hadoop);
    TaskCompletionListener closing = task -> close(stored);
    TaskContext.get().addTaskCompletionListener(closing);
    return adapter.read(
        stored, new RawObject(object.name(), object.arrivalEndMicros() + clockAheadMicros));
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
