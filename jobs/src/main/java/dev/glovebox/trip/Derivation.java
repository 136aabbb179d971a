package dev.glovebox.trip;

import static org.apache.spark.sql.functions.col;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import dev.glovebox.table.OwnerPartitions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.KeyValueGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Derives the drives and charges that some batch dates have a say in, in one shuffle of the
 * readings around them.
 */
public final class Derivation {

  private static final StructType KEY =
      new StructType()
          .add(ReadingRows.OWNER, DataTypes.StringType)
          .add(ReadingRows.VIN, DataTypes.StringType);

  private final Tenures tenures;
  private final ZoneId zone;
  private final DerivedRows rows;

  /**
   * @param tenures by which a drive is cut where somebody else held the vehicle
   * @param zone that decides what a month is
   */
  public Derivation(Tenures tenures, ZoneId zone, OwnerPartitions partitions) {
    this.tenures = tenures;
    this.zone = zone;
    this.rows = new DerivedRows(zone, partitions);
  }

  /**
   * What was derived before and what is now, of the stretches of time that the dates touch.
   *
   * @param telemetry rows of the table
   * @param trips all rows of the table, and perhaps more columns
   * @param charges likewise
   */
  public Derivations of(
      Dataset<Row> telemetry,
      Dataset<Row> trips,
      Dataset<Row> charges,
      Collection<LocalDate> dates) {
    Dataset<Row> changed =
        AffectedSpans.ofReadings(telemetry, dates)
            .union(AffectedSpans.ofDerived(trips, dates))
            .union(AffectedSpans.ofDerived(charges, dates))
            .persist();
    Scope touched = Scope.of(changed, zone);
    if (touched.isEmpty()) {
      changed.unpersist();
      return Derivations.NONE;
    }
    Column near = AffectedSpans.mayReach(touched);
    Dataset<Row> before = trips.filter(near);
    Dataset<Row> chargesBefore = charges.filter(near);
    Dataset<Row> spans =
        AffectedSpans.expanded(changed, before.select(ENDS).union(chargesBefore.select(ENDS)))
            .persist();
    Scope scope = Scope.of(spans, zone);
    changed.unpersist();
    Dataset<Row> derived = derived(telemetry.filter(scope.ofReadings()), spans).persist();
    return new Derivations(
        of(before, spans),
        of(chargesBefore, spans),
        only(derived, DerivedRows.TRIP),
        only(derived, DerivedRows.CHARGE),
        List.of(spans, derived));
  }

  private static final Column[] ENDS = {
    col(ReadingRows.OWNER),
    col(ReadingRows.VIN),
    col(AffectedSpans.PARTITION),
    col("started_at"),
    col("ended_at")
  };

  /** Drives or charges that begin in the stretches: none reaches over an end of one. */
  private static Dataset<Row> of(Dataset<Row> derived, Dataset<Row> spans) {
    Column started = functions.unix_micros(derived.col("started_at"));
    Column inOne =
        derived
            .col(ReadingRows.OWNER)
            .equalTo(spans.col(ReadingRows.OWNER))
            .and(derived.col(ReadingRows.VIN).equalTo(spans.col(ReadingRows.VIN)))
            .and(started.geq(spans.col(AffectedSpans.FROM)))
            .and(started.leq(spans.col(AffectedSpans.TO)));
    return derived.join(spans, inOne, "left_semi");
  }

  private static Dataset<Row> only(Dataset<Row> derived, String kind) {
    return derived.filter(col(kind).isNotNull()).select(kind + ".*");
  }

  private Dataset<Row> derived(Dataset<Row> telemetry, Dataset<Row> spans) {
    Broadcast<Tenures> held =
        JavaSparkContext.fromSparkContext(telemetry.sparkSession().sparkContext())
            .broadcast(tenures);
    DerivedRows made = rows;
    return keyed(ReadingRows.of(telemetry))
        .cogroupSorted(
            keyed(spans),
            new Column[] {col(ReadingRows.MICROS), col(ReadingRows.BATCH_DAY)},
            new Column[] {col(AffectedSpans.FROM)},
            (CoGroupFunction<Row, Row, Row, Row>)
                (key, readings, windows) ->
                    new HeldReadings(key.getString(0), key.getString(1), held.value(), made)
                        .derive(windows, readings),
            Encoders.row(DerivedRows.schema()));
  }

  private static KeyValueGroupedDataset<Row, Row> keyed(Dataset<Row> rows) {
    Encoder<Row> whole = Encoders.row(rows.schema());
    return rows.groupBy(col(ReadingRows.OWNER), col(ReadingRows.VIN)).as(Encoders.row(KEY), whole);
  }

  /** The readings of one vehicle in one holder's hands. */
  private static final class HeldReadings {
    private final String ownerId;
    private final String vin;
    private final Tenures tenures;
    private final DerivedRows rows;
    private final List<Row> derived = new ArrayList<>();

    HeldReadings(String ownerId, String vin, Tenures tenures, DerivedRows rows) {
      this.ownerId = ownerId;
      this.vin = vin;
      this.tenures = tenures;
      this.rows = rows;
    }

    /** What begins in the windows. */
    Iterator<Row> derive(Iterator<Row> windows, Iterator<Row> readings) {
      List<Span> spans = new ArrayList<>();
      windows.forEachRemaining(row -> spans.add(new Span(row.getLong(3), row.getLong(4))));
      if (spans.isEmpty()) {
        return spans.stream().map(none -> (Row) null).iterator();
      }
      Windows read = new Windows(spans);
      Derived fold =
          new Derived(
              trip -> {
                if (read.begins(trip.startMicros())) {
                  derived.add(rows.trip(ownerId, vin, trip));
                }
              },
              charge -> {
                if (read.begins(charge.startMicros())) {
                  derived.add(rows.charge(ownerId, vin, charge));
                }
              });
      fold(readings, read, fold);
      return derived.iterator();
    }

    private void fold(Iterator<Row> readings, Windows read, Derived fold) {
      long last = Long.MIN_VALUE;
      int window = -1;
      Holding held = null;
      while (readings.hasNext()) {
        Row row = readings.next();
        long micros = row.getLong(2);
        int in = read.of(micros);
        if (in < 0) {
          continue;
        }
        boolean another = last != Long.MIN_VALUE && !isHeld(held, micros);
        if (in != window || another) {
          fold.cut();
        }
        if (held == null || micros >= held.untilMicros()) {
          held = tenures.at(vin, micros);
        }
        fold.add(ReadingRows.reading(row));
        last = micros;
        window = in;
      }
      fold.end();
    }

    /** Whether the holder of the last reading still held the vehicle, without a break. */
    private boolean isHeld(Holding held, long micros) {
      return held == null || micros < held.untilMicros();
    }
  }
}
