package dev.glovebox.publishing;

import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.source.Adapter;
import dev.glovebox.source.Message;
import dev.glovebox.store.RawObjects.StoredObject;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.OwnerPartitions;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Judges once more, from the raw objects, what some vehicles sent in some stretches of time: as
 * publishing judges it, but with nothing made coarser, over all arrivals at once, and each row for
 * the one holder who asks. One pass over the objects serves all watches.
 */
public final class Replay {

  private static final int TASKS_PER_CORE = 4;
  private static final byte[] NO_KEY = new byte[32];

  private final SparkSession spark;
  private final Adapter adapter;
  private final ReadingRules rules;
  private final AttributionRules attribution;
  private final long clockAheadMicros;

  /**
   * @param adapter of the raw objects' wire format
   * @param view whose rules apply, but for those that make values coarser
   * @param clockAheadMicros how long after the hour of its arrival an instant may lie
   * @param positionCarryMicros how long a position stands for the messages after it
   */
  public Replay(
      SparkSession spark,
      Catalogue catalogue,
      Adapter adapter,
      Tenures tenures,
      PrivacyView view,
      SensitivePlaces places,
      ZoneId zone,
      long clockAheadMicros,
      long positionCarryMicros) {
    this.spark = spark;
    this.adapter = adapter;
    this.clockAheadMicros = clockAheadMicros;
    Fields fields = catalogue.fields(adapter.source());
    // Nothing is kept to compare with later, so the digests need no secret.
    Digests digests = new Digests(NO_KEY, catalogue.digest());
    this.rules =
        new ReadingRules(fields, view.uncoarsened(), places, digests, positionCarryMicros, zone);
    this.attribution =
        new AttributionRules(
            tenures, OwnerPartitions.perOwner(), zone, fields, positionCarryMicros);
  }

  /**
   * An object with the date on which it arrived.
   *
   * @param batchDate on which it is published
   */
  public record Arrived(LocalDate batchDate, StoredObject object) implements Serializable {}

  /** What is made of one watch, on whatever machine; it lets no failure of its own out. */
  @FunctionalInterface
  public interface Task<T> extends Serializable {

    /**
     * Makes it.
     *
     * @param watch its place in the list of watches
     */
    T make(int watch, Source source);
  }

  /** What was found for a watch. */
  @FunctionalInterface
  public interface Source {

    /** Hands everything on, once. */
    void tell(Replayed to);
  }

  /** The earliest end of an arrival hour that can have brought something of a watch. */
  public long reachesBackTo(Watch watch) {
    return watch.fromMicros() - rules.positionCarryMicros() - clockAheadMicros;
  }

  /**
   * Reads the objects and makes something of each watch.
   *
   * @param arrived objects in order of batch date and name
   * @return one for each watch, in their order
   */
  public <T> List<T> each(List<Arrived> arrived, List<Watch> watches, Task<T> task) {
    if (watches.isEmpty()) {
      return List.of();
    }
    Broadcast<AttributionRules> attributedBy = context().broadcast(attribution);
    ReadingRules judgedBy = rules;
    List<String> names = arrived.stream().map(each -> each.object().name()).toList();
    JavaRDD<InternalRow> spread = spread(read(arrived, watches, attributedBy), watches.size());
    try {
      return EngineRows.sorted(spark, spread, MessageRows.SCHEMA, MessageRows.ORDER)
          .mapPartitionsWithIndex(
              (part, inOrder) -> {
                MessageReader reader = new MessageReader(attributedBy.value(), names);
                Iterator<AttributedMessage> messages = EngineRows.each(inOrder, reader::read);
                return List.of(task.make(part, to -> judge(judgedBy, messages, to))).iterator();
              },
              true)
          .collect();
    } finally {
      EngineRows.forget(spread);
    }
  }

  private static void judge(ReadingRules rules, Iterator<AttributedMessage> messages, Replayed to) {
    ReplayedRows rows = new ReplayedRows(to);
    new ReadingFold(rules, messages).forEachRemaining(rows::take);
  }

  private JavaRDD<InternalRow> spread(JavaRDD<InternalRow> rows, int watches) {
    Dataset<Row> messages = EngineRows.of(spark, rows, MessageRows.SCHEMA);
    return EngineRows.spread(messages, watches, "part");
  }

  /** An object with its place among all. */
  private record Numbered(int number, Arrived arrived) implements Serializable {}

  private JavaRDD<InternalRow> read(
      List<Arrived> arrived, List<Watch> watches, Broadcast<AttributionRules> attributedBy) {
    Adapter reader = adapter;
    long aheadMicros = clockAheadMicros;
    Broadcast<List<Watch>> asked = context().broadcast(List.copyOf(watches));
    var hadoop =
        context().broadcast(new SerializableConfiguration(context().hadoopConfiguration()));
    List<Numbered> objects =
        IntStream.range(0, arrived.size())
            .mapToObj(number -> new Numbered(number, arrived.get(number)))
            .toList();
    return context()
        .parallelize(objects, tasksFor(objects.size()))
        .flatMap(
            each ->
                watched(each, reader, aheadMicros, asked, attributedBy.value(), hadoop.value()));
  }

  private static Iterator<InternalRow> watched(
      Numbered numbered,
      Adapter adapter,
      long clockAheadMicros,
      Broadcast<List<Watch>> watches,
      AttributionRules attributedBy,
      SerializableConfiguration hadoop)
      throws IOException {
    StoredObject object = numbered.arrived().object();
    Map<String, int[]> byVin = WatchedMessages.byVin(watches.value());
    Iterator<Message> messages =
        adapter.read(
            RawMessages.opened(object, hadoop.value()),
            RawMessages.about(object, clockAheadMicros),
            byVin.keySet());
    WatchedMessages watched =
        new WatchedMessages(
            attributedBy,
            watches.value(),
            byVin,
            Math.toIntExact(numbered.arrived().batchDate().toEpochDay()),
            numbered.number());
    return EngineRows.expanded(messages, watched::take);
  }

  private int tasksFor(int objects) {
    return Math.max(1, Math.min(objects, TASKS_PER_CORE * context().defaultParallelism()));
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
