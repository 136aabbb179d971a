package dev.glovebox.publishing;

import static org.apache.spark.sql.functions.col;

import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.source.Adapter;
import dev.glovebox.store.RawObjects.StoredObject;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.Lake;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * From a batch date's raw objects to its findings: read, attribute to the holder of the moment, put
 * each holder's readings in order, judge them one by one.
 */
public final class Readings {

  private final SparkSession spark;
  private final Catalogue catalogue;
  private final ReadingRules rules;
  private final Broadcast<AttributionRules> attribution;
  private final EarlierDates earlierDates;
  private final RawMessages raw;
  private final long clockAheadMicros;

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
    this.catalogue = catalogue;
    Fields fields = catalogue.fields(adapter.source());
    this.rules =
        new ReadingRules(
            fields,
            view,
            places,
            new Digests(digestKey, catalogue.digest()),
            positionCarryMicros,
            zone);
    this.attribution =
        context()
            .broadcast(
                new AttributionRules(
                    tenures, lake.ownerPartitions(), zone, fields, positionCarryMicros));
    this.earlierDates = new EarlierDates(lake, catalogue, rules, attribution);
    this.clockAheadMicros = clockAheadMicros;
    this.raw = new RawMessages(context(), adapter, clockAheadMicros);
  }

  /**
   * What a batch date comes to.
   *
   * @param objects that arrived on it
   * @param earlier batch dates whose values count as known
   * @return findings, to be closed
   */
  public Findings judge(LocalDate batchDate, List<StoredObject> objects, List<LocalDate> earlier) {
    Dataset<Row> messages =
        raw.read(spark, batchDate, objects, attribution).persist(StorageLevel.DISK_ONLY());
    try {
      return findings(batchDate, messages, earlier);
    } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
      messages.unpersist();
      throw failure;
    }
  }

  private Findings findings(LocalDate batchDate, Dataset<Row> messages, List<LocalDate> earlier) {
    Dataset<Row> known = earlierDates.known(messages, earlier, meetsEarlierBefore(batchDate));
    Column sound = col("event_month").isNotNull();
    Dataset<Row> outcomes =
        found(messages.filter(sound).unionAll(known))
            .unionAll(refused(messages.filter(sound.unary_$bang())))
            .persist(StorageLevel.DISK_ONLY());
    return new Findings(batchDate, catalogue, rules, messages, outcomes);
  }

  private Dataset<Row> found(Dataset<Row> sound) {
    ReadingRules judgedBy = rules;
    Column[] order =
        Arrays.stream(AttributedMessage.ORDER).map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> inOrder =
        sound.repartition(col("event_month"), col("lane")).sortWithinPartitions(order);
    return EngineRows.map(inOrder, OutcomeRow.SCHEMA, rows -> ReadingFold.over(judgedBy, rows));
  }

  private Dataset<Row> refused(Dataset<Row> rejected) {
    ReadingRules judgedBy = rules;
    return EngineRows.map(
        rejected, OutcomeRow.SCHEMA, rows -> RefusedMessages.over(judgedBy, rows));
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
