package dev.glovebox.table;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * The months of event that tables of owner data are partitioned by.
 *
 * @param zone in which a month begins and ends
 * @param lateness how long after its end readings of a month still come in as a matter of course
 */
public record Months(ZoneId zone, Duration lateness) {

  static final String COLUMN = "event_month";

  /** The months of which a table has files, in order. */
  public static List<String> of(Lake lake, TableDefinition table) {
    return List.copyOf(new TableState(lake.newest(table)).valuesOf(COLUMN));
  }

  /** Whether a month's readings have come in. */
  public boolean isClosed(String month, Instant asOf) {
    return !end(month).plus(lateness).isAfter(asOf);
  }

  /** The first instant after a month. */
  public Instant end(String month) {
    return YearMonth.parse(month).plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
  }

  /** The month of an instant. */
  public String of(Instant instant) {
    return YearMonth.from(instant.atZone(zone)).toString();
  }
}
