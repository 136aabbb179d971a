package dev.glovebox.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * A trip as maps show it.
 *
 * @param lines released positions in order of time, cut where the car was silent or a position was
 *     withheld; none where no position was released
 */
record TripShape(
    String vin,
    String tripId,
    Instant startedAt,
    Instant endedAt,
    OptionalDouble distanceKm,
    OptionalDouble energyKwh,
    List<List<Fix>> lines) {

  private static final int FIX_FIELDS = 4;
  private static final int STRETCH = 3;
  private static final int GAP_FIELDS = 2;

  /** A position of WGS 84 and its instant. */
  record Fix(Instant at, Position position) {}

  /** The shape of a row of trips. */
  static TripShape of(RowView row) {
    return new TripShape(
        row.text("vin"),
        row.text("trip_id"),
        row.instant("started_at"),
        row.instant("ended_at"),
        row.number("distance_km"),
        row.number("energy_kwh"),
        lines(row));
  }

  private static List<List<Fix>> lines(RowView row) {
    List<List<Fix>> lines = new ArrayList<>();
    ArrayData track = row.list("track");
    ArrayData gaps = row.list("gaps");
    Fix last = null;
    long stretch = 0;
    for (int i = 0; track != null && i < track.numElements(); i++) {
      InternalRow spot = track.getStruct(i, FIX_FIELDS);
      Fix fix = fix(spot);
      if (last == null || spot.getLong(STRETCH) != stretch || silentBetween(gaps, last, fix)) {
        lines.add(new ArrayList<>());
      }
      lines.get(lines.size() - 1).add(fix);
      last = fix;
      stretch = spot.getLong(STRETCH);
    }
    return lines;
  }

  private static Fix fix(InternalRow spot) {
    return new Fix(
        InstantText.instant(spot.getLong(0)), new Position(spot.getDouble(1), spot.getDouble(2)));
  }

  private static boolean silentBetween(ArrayData gaps, Fix before, Fix after) {
    for (int i = 0; gaps != null && i < gaps.numElements(); i++) {
      InternalRow gap = gaps.getStruct(i, GAP_FIELDS);
      boolean between =
          !InstantText.instant(gap.getLong(0)).isBefore(before.at())
              && !InstantText.instant(gap.getLong(1)).isAfter(after.at());
      if (between) {
        return true;
      }
    }
    return false;
  }
}
