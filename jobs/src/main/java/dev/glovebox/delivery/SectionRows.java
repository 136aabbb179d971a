package dev.glovebox.delivery;

import dev.glovebox.request.Grant;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Where in a section's rows their vehicle and time stand, and whether a row belongs to what was
 * granted.
 */
final class SectionRows implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Section section;
  private final ZoneId zone;
  private final int owner;
  private final int vin;
  private final int time;
  private final int end;

  /**
   * @param zone in which a day of completeness begins
   */
  SectionRows(Section section, StructType schema, ZoneId zone) {
    this.section = section;
    this.zone = zone;
    this.owner = schema.fieldIndex("owner_id");
    this.vin = schema.fieldIndex("vin");
    this.time = schema.fieldIndex(timeColumn(section));
    this.end = isStretch(section) ? schema.fieldIndex("ended_at") : -1;
  }

  /** The column that a section's rows are in order of. */
  static String timeColumn(Section section) {
    return switch (section) {
      case TRIPS, CHARGES -> "started_at";
      case ALERTS, CONNECTIVITY, TELEMETRY -> "captured_at";
      case COMPLETENESS -> "event_date";
    };
  }

  UTF8String owner(InternalRow row) {
    return row.getUTF8String(owner);
  }

  UTF8String vin(InternalRow row) {
    return row.getUTF8String(vin);
  }

  /** Microseconds since the epoch; days for completeness. */
  long time(InternalRow row) {
    return section == Section.COMPLETENESS ? row.getInt(time) : row.getLong(time);
  }

  /** Whether a row of the granted vehicle belongs to the granted time. */
  boolean isGranted(InternalRow row, Grant grant) {
    return switch (section) {
      case ALERTS, CONNECTIVITY, TELEMETRY -> grant.contains(time(row));
      case TRIPS, CHARGES -> grant.contains(time(row)) && endsWithin(row, grant);
      case COMPLETENESS -> overlaps(time(row), grant);
    };
  }

  /** A stretch that another holder had a part of would show where they went. */
  private boolean endsWithin(InternalRow row, Grant grant) {
    return !row.isNullAt(end) && row.getLong(end) <= grant.heldToMicros();
  }

  private boolean overlaps(long day, Grant grant) {
    return startMicros(day) < grant.toMicros() && grant.fromMicros() < startMicros(day + 1);
  }

  private long startMicros(long day) {
    return TimeUnit.SECONDS.toMicros(LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond());
  }

  private static boolean isStretch(Section section) {
    return section == Section.TRIPS || section == Section.CHARGES;
  }
}
