package dev.glovebox.delivery;

import dev.glovebox.request.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets rows into a package that were asked for, and no others: the last guard against another
 * holder's row. What it refuses ends the package, since a row that is out of place says that
 * whoever gathered the rows cannot be relied on.
 */
final class RowGuard {

  private final Request request;
  private final Set<String> vins;
  private final ZoneId zone;
  private Section last = Section.TRIPS;

  RowGuard(Request request, ZoneId zone) {
    this.request = request;
    this.vins = new HashSet<>(request.vins());
    this.zone = zone;
  }

  /**
   * Looks at a row.
   *
   * @throws ForeignRowException if it does not belong into the package
   * @throws IllegalStateException if its section is over already
   */
  void check(Section section, RowView row) {
    if (section.compareTo(last) < 0) {
      throw new IllegalStateException(
          "A row of " + section.table() + " came after those of " + last.table() + ".");
    }
    last = section;
    if (!request.ownerId().equals(row.text("owner_id"))) {
      throw foreign(section, "is not the holder's who asked");
    }
    String vin = row.text("vin");
    if (vin == null || !(vins.isEmpty() || vins.contains(vin))) {
      throw foreign(section, "is of a vehicle that was not asked for");
    }
    if (!(section == Section.COMPLETENESS
        ? inRange(row.date("event_date"))
        : inRange(at(section, row)))) {
      throw foreign(section, "is of an instant that was not asked for");
    }
  }

  /** The instant by which a row of a section belongs to a range; null where it lacks. */
  static Instant at(Section section, RowView row) {
    return switch (section) {
      case TRIPS, CHARGES -> row.instant("started_at");
      case ALERTS, CONNECTIVITY, TELEMETRY -> row.instant("captured_at");
      case COMPLETENESS -> null;
    };
  }

  /** Whether the range holds the whole day. */
  boolean holdsWhole(LocalDate day) {
    Instant begin = day.atStartOfDay(zone).toInstant();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    return request.from().filter(begin::isBefore).isEmpty()
        && request.to().filter(end::isAfter).isEmpty();
  }

  private boolean inRange(Instant at) {
    return at != null
        && request.from().filter(at::isBefore).isEmpty()
        && request.to().filter(to -> !at.isBefore(to)).isEmpty();
  }

  private boolean inRange(LocalDate day) {
    return day != null
        && request.from().map(this::day).filter(day::isBefore).isEmpty()
        && request.to().map(RowGuard::justBefore).map(this::day).filter(day::isAfter).isEmpty();
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static Instant justBefore(Instant to) {
    return to.minus(1, ChronoUnit.MICROS);
  }

  private static ForeignRowException foreign(Section section, String why) {
    return new ForeignRowException(
        "A row of "
            + section.table()
            + " "
            + why
            + ", so nothing of the package may be given away. Rows were gathered or published"
            + " wrongly: compare the table with the registry before you export again.");
  }
}
