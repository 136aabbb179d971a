package dev.glovebox.reporting.figures;

import dev.glovebox.registry.Tenure;
import dev.glovebox.reporting.Cell;
import dev.glovebox.reporting.Coordinates;
import dev.glovebox.reporting.Cube;
import dev.glovebox.reporting.Family;
import dev.glovebox.reporting.Measure;
import dev.glovebox.reporting.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vehicles whose last tenure ended in the period, and that nobody has held since. */
final class LeavingService {

  static final Family FAMILY =
      new Family(
          "leaving-service",
          "battery",
          List.of(),
          List.of(Measure.of("vehicles_leaving_service", "vehicles", Measure.Kind.DISTINCT)),
          Family.Months.NONE);

  private LeavingService() {}

  static Cube cube(List<Tenure> tenures, Period period, ZoneId zone) {
    Map<String, Tenure> last = new HashMap<>();
    tenures.forEach(tenure -> last.merge(tenure.vin(), tenure, LeavingService::later));
    long from = micros(period.firstDay().atStartOfDay(zone).toInstant());
    long to = micros(period.dayAfter().atStartOfDay(zone).toInstant());
    List<Tenure> ended =
        last.values().stream()
            .filter(tenure -> tenure.validToMicros() >= from && tenure.validToMicros() < to)
            .toList();
    long people = ended.stream().map(Tenure::ownerId).distinct().count();
    Cell cell = new Cell(people, Map.of("vehicles_leaving_service", (double) ended.size()));
    return Cube.of(FAMILY, Map.of(Coordinates.TOTAL, cell));
  }

  private static Tenure later(Tenure one, Tenure other) {
    return one.validToMicros() >= other.validToMicros() ? one : other;
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * 1_000_000;
  }
}
