package dev.glovebox.trip;

import dev.glovebox.table.DerivedTables;
import dev.glovebox.table.OwnerPartitions;
import dev.glovebox.table.TableDefinition;
import java.io.Serializable;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Trips and charges as rows of their tables. */
final class DerivedRows implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String TRIP = "trip";
  static final String CHARGE = "charge";

  private final ZoneId zone;
  private final OwnerPartitions partitions;

  /**
   * @param zone that decides what a month is
   */
  DerivedRows(ZoneId zone, OwnerPartitions partitions) {
    this.zone = zone;
    this.partitions = partitions;
  }

  /** A row holds a trip or a charge, and null for the other. */
  static StructType schema() {
    return new StructType()
        .add(TRIP, DerivedTables.trips().schema())
        .add(CHARGE, DerivedTables.charges().schema());
  }

  Row trip(String ownerId, String vin, Trip trip) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("trip_id", Identity.of(TRIP, ownerId, vin, trip.startMicros()));
    cells.put("distance_km", number(trip.distanceKm()));
    cells.put("energy_kwh", number(trip.energyKwh()));
    cells.put("average_speed_kmh", number(trip.averageSpeedKmh()));
    cells.put("top_speed_kmh", number(trip.topSpeedKmh()));
    cells.put("start_odometer_km", number(trip.startOdometerKm()));
    cells.put("end_odometer_km", number(trip.endOdometerKm()));
    cells.put("outside_temperature_c", number(trip.outsideCelsius()));
    cells.put("start_soc_percent", number(trip.startSocPercent()));
    cells.put("end_soc_percent", number(trip.endSocPercent()));
    cells.put("track", trip.track().stream().map(DerivedRows::point).toArray(Row[]::new));
    session(cells, ownerId, vin, trip.startMicros(), trip.endMicros(), trip.seconds());
    cells.put("gaps", gaps(trip.gaps()));
    dates(cells, trip.batchDays());
    return RowFactory.create(row(DerivedTables.trips(), cells), null);
  }

  Row charge(String ownerId, String vin, Charge charge) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("charge_id", Identity.of(CHARGE, ownerId, vin, charge.startMicros()));
    cells.put("energy_kwh", number(charge.energyKwh()));
    cells.put("start_soc_percent", number(charge.startSocPercent()));
    cells.put("end_soc_percent", number(charge.endSocPercent()));
    cells.put("current_kind", charge.currentKind());
    cells.put("peak_power_kw", number(charge.peakPowerKw()));
    cells.put("place_kind", charge.placeKind());
    if (charge.place() != null) {
      cells.put("latitude_deg", charge.place().latitudeDeg());
      cells.put("longitude_deg", charge.place().longitudeDeg());
    }
    cells.put("odometer_km", number(charge.odometerKm()));
    cells.put("outside_temperature_c", number(charge.outsideCelsius()));
    session(cells, ownerId, vin, charge.startMicros(), charge.endMicros(), charge.seconds());
    cells.put("gaps", gaps(charge.gaps()));
    dates(cells, charge.batchDays());
    return RowFactory.create(null, row(DerivedTables.charges(), cells));
  }

  private void session(
      Map<String, Object> cells, String ownerId, String vin, long start, long end, double seconds) {
    cells.put("owner_id", ownerId);
    cells.put("vin", vin);
    cells.put("started_at", timestamp(start));
    cells.put("ended_at", timestamp(end));
    cells.put("duration_s", seconds);
    cells.put("event_month", YearMonth.from(instant(start).atZone(zone)).toString());
    cells.put("owner_partition", partitions.of(ownerId));
  }

  private static void dates(Map<String, Object> cells, List<Integer> days) {
    cells.put("batch_dates", days.stream().map(DerivedRows::date).toArray(Date[]::new));
    cells.put("first_batch_date", date(days.get(0)));
    cells.put("last_batch_date", date(days.get(days.size() - 1)));
  }

  private static Row row(TableDefinition table, Map<String, Object> cells) {
    String[] columns = table.schema().fieldNames();
    Object[] values = new Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.get(columns[i]);
    }
    return RowFactory.create(values);
  }

  private static Double number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static Row point(TrackPoint point) {
    return RowFactory.create(
        timestamp(point.micros()),
        point.latitudeDeg(),
        point.longitudeDeg(),
        (long) point.stretch());
  }

  private static Row[] gaps(List<Gap> gaps) {
    return gaps.stream()
        .map(gap -> RowFactory.create(timestamp(gap.fromMicros()), timestamp(gap.toMicros())))
        .toArray(Row[]::new);
  }

  private static Timestamp timestamp(long micros) {
    return Timestamp.from(instant(micros));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static Date date(int day) {
    return Date.valueOf(LocalDate.ofEpochDay(day));
  }
}
