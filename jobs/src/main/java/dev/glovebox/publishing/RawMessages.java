package dev.glovebox.publishing;

import dev.glovebox.source.Adapter;
import dev.glovebox.source.Message;
import dev.glovebox.source.RawObject;
import dev.glovebox.store.RawObjects;
import dev.glovebox.store.RawObjects.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Reads raw objects into attributed messages: one streaming pass from bytes to rows. */
final class RawMessages {

  private static final int TASKS_PER_CORE = 4;

  private final JavaSparkContext context;
  private final Adapter adapter;
  private final long clockAheadMicros;
  private final Broadcast<AttributionRules> attribution;
  private final Broadcast<SerializableConfiguration> hadoop;

  /**
   * @param clockAheadMicros how long after the hour of its arrival an instant may lie
   */
  RawMessages(
      JavaSparkContext context,
      Adapter adapter,
      long clockAheadMicros,
      Broadcast<AttributionRules> attribution) {
    this.context = context;
    this.adapter = adapter;
    this.clockAheadMicros = clockAheadMicros;
    this.attribution = attribution;
    this.hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
  }

  /** Every message of these objects with its holder, as {@link MessageRows}, and their receipts. */
  JavaRDD<InternalRow> read(List<StoredObject> objects, BatchDay day) {
    Adapter reader = adapter;
    long aheadMicros = clockAheadMicros;
    Broadcast<AttributionRules> rules = attribution;
    Broadcast<SerializableConfiguration> settings = hadoop;
    return context
        .parallelize(numbered(objects), tasksFor(objects))
        .flatMap(
            object ->
                new ObjectRows(
                    messages(reader, object.stored(), aheadMicros, settings.value().value()),
                    new Attribution(rules.value(), day.parts()),
                    day,
                    object.number()));
  }

  /** An object with its place among those of the batch date. */
  private record Numbered(int number, StoredObject stored) implements Serializable {}

  private static List<Numbered> numbered(List<StoredObject> objects) {
    return IntStream.range(0, objects.size())
        .mapToObj(number -> new Numbered(number, objects.get(number)))
        .toList();
  }

  private int tasksFor(List<StoredObject> objects) {
    return Math.max(1, Math.min(objects.size(), TASKS_PER_CORE * context.defaultParallelism()));
  }

  private static Iterator<Message> messages(
      Adapter adapter, StoredObject object, long clockAheadMicros, Configuration hadoop)
      throws IOException {
    return adapter.read(opened(object, hadoop), about(object, clockAheadMicros));
  }

  /** What an adapter has to know of an object. */
  static RawObject about(StoredObject object, long clockAheadMicros) {
    return new RawObject(object.name(), object.arrivalEndMicros() + clockAheadMicros);
  }

  /** An object as it is stored; closed when the task ends. */
  static InputStream opened(StoredObject object, Configuration hadoop) throws IOException {
    InputStream stored = RawObjects.open(object.uri(), hadoop);
    TaskCompletionListener closing = task -> close(stored);
    TaskContext.get().addTaskCompletionListener(closing);
    return stored;
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
