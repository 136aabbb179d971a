package dev.glovebox.trip;

import static org.apache.spark.sql.functions.col;

import dev.glovebox.registry.Tenures;
import dev.glovebox.table.OwnerPartitions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Derives the drives and charges that some batch dates have a say in, in one shuffle of the
 * readings around them.
 */
public final class Derivation {

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
    return ReadingRows.of(telemetry)
        .unionByName(ReadingRows.windows(spans), true)
        .repartition(col(ReadingRows.OWNER), col(ReadingRows.VIN))
        .sortWithinPartitions(
            col(ReadingRows.OWNER),
            col(ReadingRows.VIN),
            col(ReadingRows.WINDOW_END).asc_nulls_last(),
            col(ReadingRows.MICROS),
            col(ReadingRows.BATCH_DAY))
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                all -> new HeldVehicles(all, held.value(), made).derived(),
            Encoders.row(DerivedRows.schema()));
  }
}
