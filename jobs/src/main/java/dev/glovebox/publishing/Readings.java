package dev.glovebox.publishing;

import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.source.Adapter;
import dev.glovebox.store.RawObjects.StoredObject;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.FileWriting;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * From a batch date's raw objects to its findings: read, attribute to the holder of the moment,
 * spread over parts, and in each part put every holder's readings in order, judge them one by one,
 * and write the rows of all tables.
 */
public final class Readings {

  /** Stored bytes of raw objects whose messages one part judges, where there are many. */
  private static final long BYTES_PER_PART = 32L << 20;

  private final SparkSession spark;
  private final Lake lake;
  private final ReadingRules rules;
  private final Broadcast<AttributionRules> attribution;
  private final EarlierDates earlierDates;
  private final RawMessages raw;
  private final long clockAheadMicros;
  private final List<TableDefinition> tables;

  /**
   * @param adapter of the raw objects' wire format
   * @param view whose rules apply
   * @param digestKey secret with which unpublished values are digested
   * @param clockAheadMicros how long after the hour of its arrival an instant may lie
   * @param positionCarryMicros how long a position stands for the messages after it
   */
  public Readings(
      SparkSession spark,
      Lake lake,
      Catalogue catalogue,
      Adapter adapter,
      Tenures tenures,
      PrivacyView view,
      SensitivePlaces places,
      byte[] digestKey,
      ZoneId zone,
      long clockAheadMicros,
      long positionCarryMicros) {
    this.spark = spark;
    this.lake = lake;
    Fields fields = catalogue.fields(adapter.source());
    Digests digests = new Digests(digestKey, catalogue.digest());
    this.rules = new ReadingRules(fields, view, places, digests, positionCarryMicros, zone);
    this.attribution =
        context()
            .broadcast(
                new AttributionRules(
                    tenures, lake.ownerPartitions(), zone, fields, positionCarryMicros));
    this.earlierDates = new EarlierDates(context(), lake, catalogue, rules, attribution);
    this.clockAheadMicros = clockAheadMicros;
    this.raw = new RawMessages(context(), adapter, clockAheadMicros, attribution);
    this.tables = TableRows.tables(LakeTables.telemetry(catalogue));
  }

  /** The tables that judging writes, telemetry first; the ledger is not among them. */
  public List<TableDefinition> tables() {
    return tables;
  }

  /**
   * Reads what arrived on a batch date.
   *
   * @return arrivals, to be closed
   */
  public Arrivals read(LocalDate batchDate, List<StoredObject> objects) {
    int day = Math.toIntExact(batchDate.toEpochDay());
    BatchDay batchDay = new BatchDay(day, meetsEarlierBefore(batchDate), parts(objects));
    if (objects.isEmpty()) {
      return Arrivals.none(batchDay);
    }
    Dataset<Row> messages = EngineRows.of(spark, raw.read(objects, batchDay), MessageRows.SCHEMA);
    List<String> names = objects.stream().map(StoredObject::name).toList();
    return Arrivals.of(batchDay, names, EngineRows.spread(messages, batchDay.allParts(), "part"));
  }

  /**
   * Judges what arrived and writes the files of every table; nothing is committed.
   *
   * @param earlier batch dates whose values count as known
   */
  public Findings judge(Arrivals arrivals, List<LocalDate> earlier) {
    if (arrivals.isEmpty()) {
      return new Findings(arrivals.receipts().received(), List.of());
    }
    JavaRDD<InternalRow> rows = withKnown(arrivals, earlier);
    BatchDay day = arrivals.day();
    ReadingRules judgedBy = rules;
    List<String> objects = arrivals.objects();
    List<TableDefinition> written = tablesHaving(arrivals.receipts().fields());
    Broadcast<AttributionRules> attributedBy = attribution;
    Broadcast<FileWriting> files = context().broadcast(lake.writing(written));
    List<PartFindings> parts =
        EngineRows.sorted(spark, rows, MessageRows.SCHEMA, MessageRows.ORDER)
            .mapPartitionsWithIndex(
                (part, inOrder) -> {
                  if (part == day.controlPart()) {
                    return List.<PartFindings>of().iterator();
                  }
                  MessageReader reader = new MessageReader(attributedBy.value(), objects);
                  return List.of(
                          PartFindings.of(
                              EngineRows.each(inOrder, reader::read),
                              judgedBy,
                              day,
                              part,
                              written,
                              files.value()))
                      .iterator();
                },
                true)
            .collect();
    return new Findings(arrivals.receipts().received(), parts);
  }

  private JavaRDD<InternalRow> withKnown(Arrivals arrivals, List<LocalDate> earlier) {
    Receipts receipts = arrivals.receipts();
    if (earlier.isEmpty() || receipts.late().isEmpty()) {
      return arrivals.rows();
    }
    LateSpans late = new LateSpans(receipts.late(), rules.positionCarryMicros());
    Dataset<Row> known = earlierDates.known(receipts, late, earlier, arrivals.day());
    return arrivals
        .rows()
        .zipPartitions(EngineRows.spread(known, arrivals.day().allParts(), "part"), Readings::both);
  }

  private static Iterator<InternalRow> both(
      Iterator<InternalRow> first, Iterator<InternalRow> second) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return first.hasNext() || second.hasNext();
      }

      @Override
      public InternalRow next() {
        return first.hasNext() ? first.next() : second.next();
      }
    };
  }

  /** Enough parts to keep every core busy and none of them large. */
  private int parts(List<StoredObject> objects) {
    long bytes = objects.stream().mapToLong(StoredObject::bytes).sum();
    int cores = context().defaultParallelism();
    long rounds = 1 + bytes / (BYTES_PER_PART * cores);
    return Math.toIntExact(Math.min(rounds * cores, Short.MAX_VALUE));
  }

  /** The tables with those columns of telemetry that some message has a value of. */
  private List<TableDefinition> tablesHaving(BitSet present) {
    Set<String> absent = columns(rules.fields().all().stream());
    absent.removeAll(columns(present.stream().mapToObj(rules.fields()::at)));
    List<TableDefinition> having = new ArrayList<>(tables);
    having.set(0, tables.get(0).having(column -> !absent.contains(column)));
    return having;
  }

  private static Set<String> columns(Stream<Field> fields) {
    return fields
        .flatMap(field -> field.parts().stream())
        .map(part -> part.signal().column())
        .collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * No object of an earlier date has an instant from here on, nor a position that carries to it.
   */
  private long meetsEarlierBefore(LocalDate batchDate) {
    long startSeconds = batchDate.atStartOfDay(rules.zone()).toEpochSecond();
    return TimeUnit.SECONDS.toMicros(startSeconds)
        + clockAheadMicros
        + rules.positionCarryMicros()
        + 1;
  }

  private JavaSparkContext context() {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
