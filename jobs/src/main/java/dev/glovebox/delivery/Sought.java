package dev.glovebox.delivery;

import dev.glovebox.request.Grant;
import dev.glovebox.table.Lake;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The literal predicates by which the engine passes over partitions, files and pages that no order
 * has rows in. They let more through than orders get; {@link Orders} decides.
 */
final class Sought {

  /**
   * Up to so many holders are sought one by one, so that a file whose holders lie between two of
   * them is passed over.
   */
  private static final int FEW = 32;

  /** What lies outside of these is a limit that nobody meant. */
  private static final long FIRST_MICROS = micros("0001-01-02T00:00:00Z");

  private static final long LAST_MICROS = micros("9999-12-30T00:00:00Z");

  private final List<String> owners;
  private final List<String> partitions;
  private final long fromMicros;
  private final long toMicros;
  private final ZoneId zone;

  Sought(List<Order> orders, Lake lake, ZoneId zone) {
    this.owners = orders.stream().map(order -> order.request().ownerId()).distinct().toList();
    this.partitions = owners.stream().map(lake.ownerPartitions()::of).distinct().toList();
    this.fromMicros = Math.max(FIRST_MICROS, micros(orders, Grant::fromMicros).min().orElseThrow());
    this.toMicros = Math.min(LAST_MICROS, micros(orders, Grant::toMicros).max().orElseThrow());
    this.zone = zone;
  }

  /** A predicate that is true for every row of a section that an order gets. */
  Column rowsOf(Section section) {
    Column ofOwners =
        functions.col("owner_partition").isin(partitions.toArray()).and(ownedByOne()).and(months());
    return section == Section.COMPLETENESS ? ofOwners : ofOwners.and(between(section));
  }

  private Column ownedByOne() {
    Column owner = functions.col("owner_id");
    return owners.size() > FEW
        ? owner.isin(owners.toArray())
        : owners.stream().map(owner::equalTo).reduce(Column::or).orElseThrow();
  }

  /** A stretch that began in a month lies in it, and a day too. */
  private Column months() {
    return functions.col("event_month").between(month(fromMicros), month(toMicros));
  }

  private Column between(Section section) {
    Column time = functions.col(SectionRows.timeColumn(section));
    return time.geq(Timestamp.from(InstantText.instant(fromMicros)))
        .and(time.lt(Timestamp.from(InstantText.instant(toMicros))));
  }

  private String month(long micros) {
    return YearMonth.from(InstantText.instant(micros).atZone(zone)).toString();
  }

  private static LongStream micros(List<Order> orders, ToLongFunction<Grant> end) {
    return orders.stream().flatMap(order -> order.granted().stream()).mapToLong(end);
  }

  private static long micros(String instant) {
    return TimeUnit.SECONDS.toMicros(Instant.parse(instant).getEpochSecond());
  }
}
