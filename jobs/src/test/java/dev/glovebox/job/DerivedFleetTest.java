package dev.glovebox.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.FleetOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated fleets: what is derived is what was driven, in whatever order it is derived. */
@Tag("slow")
class DerivedFleetTest {

  private static final int DAYS = 3;
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 29);
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);

  @TempDir Path temporary;

  @Test
  void derivesWhatTheVehiclesOfSeed5Did() throws IOException {
    FleetOptions options = FleetOptions.clean(4, DAYS, 5).withStart(FIRST);
    PublishedFolder folder = simulated(options);
    folder.publish(FIRST, SECOND, THIRD);

    folder.derive(FIRST, SECOND, THIRD);

    Instant until = FIRST.plusDays(DAYS).atStartOfDay(options.zone()).toInstant();
    assertSame(
        truth("drives", until),
        folder.table("trips").orderBy("vin", "started_at").collectAsList(),
        DerivedFleetTest::isSameDrive);
    assertSame(
        truth("charges", until),
        folder.table("charges").orderBy("vin", "started_at").collectAsList(),
        DerivedFleetTest::isSameCharge);
  }

  @Test
  void derivesTheSameOfSeed3InWhateverOrder() throws IOException {
    PublishedFolder folder =
        simulated(
            FleetOptions.defaults()
                .withVehicles(14)
                .withDays(DAYS)
                .withSeed(3)
                .withStart(FIRST)
                .withRate(dev.glovebox.simulate.Rate.LATE_DRIVE, 0.3)
                .withRate(dev.glovebox.simulate.Rate.SOLD, 0.2));
    for (LocalDate date : List.of(FIRST, SECOND, THIRD)) {
      folder.publish(date);
      folder.derive(date);
    }
    Rows dayByDay = rows(folder);
    assertThat(dayByDay.trips()).hasSizeGreaterThan(50);
    assertThat(dayByDay.charges()).hasSizeGreaterThan(5);

    forget();
    folder.derive(FIRST, SECOND, THIRD);
    assertThat(rows(folder)).isEqualTo(dayByDay);

    forget();
    folder.derive(THIRD);
    folder.derive(FIRST);
    folder.derive(SECOND);
    folder.derive(SECOND);
    assertThat(rows(folder)).isEqualTo(dayByDay);

    withoutEveryThirdObject(SECOND);
    folder.publish(SECOND);
    folder.derive(THIRD);
    Rows again = rows(folder);
    forget();
    folder.derive(FIRST, SECOND, THIRD);
    assertThat(rows(folder)).isEqualTo(again).isNotEqualTo(dayByDay);
  }

  private PublishedFolder simulated(FleetOptions options) throws IOException {
    PublishedFolder folder = new PublishedFolder(temporary);
    FileUtils.deleteDirectory(temporary.resolve("registry").toFile());
    Fleet fleet = Fleet.of(options, Catalogue.packaged().fields("fleet-telemetry"));
    new SimulateJob(SharedSpark.session()).run(fleet, "file:" + temporary);
    return folder;
  }

  private record Rows(List<String> trips, List<String> charges) {}

  private static Rows rows(PublishedFolder folder) {
    return new Rows(
        folder.rows("trips", "to_json(struct(*))"), folder.rows("charges", "to_json(struct(*))"));
  }

  private void forget() throws IOException {
    FileUtils.deleteDirectory(temporary.resolve("lake/trips").toFile());
    FileUtils.deleteDirectory(temporary.resolve("lake/charges").toFile());
    org.apache.spark.sql.delta.DeltaLog.clearCache();
  }

  private void withoutEveryThirdObject(LocalDate date) throws IOException {
    try (var paths = Files.walk(temporary.resolve("raw/date=" + date))) {
      List<Path> objects = paths.filter(Files::isRegularFile).sorted().toList();
      for (int i = 0; i < objects.size(); i += 3) {
        Files.delete(objects.get(i));
      }
    }
  }

  private interface Same {
    void check(Map<String, String> truth, Row derived);
  }

  private static void assertSame(List<Map<String, String>> truth, List<Row> derived, Same same) {
    assertThat(derived).hasSameSizeAs(truth).hasSizeGreaterThan(3);
    for (int i = 0; i < truth.size(); i++) {
      Map<String, String> done = truth.get(i);
      Row row = derived.get(i);
      assertThat(row.<String>getAs("vin")).isEqualTo(done.get("vin"));
      for (String end : List.of("started_at", "ended_at")) {
        Instant found = row.<java.sql.Timestamp>getAs(end).toInstant();
        assertThat(Duration.between(Instant.parse(done.get(end)), found).abs())
            .as(end)
            .isLessThanOrEqualTo(Duration.ofSeconds(10));
      }
      near(done, row, "energy_kwh", 0.1);
      near(done, row, "start_soc_percent", 0.1);
      same.check(done, row);
    }
  }

  private static void isSameDrive(Map<String, String> done, Row row) {
    near(done, row, "distance_km", 0.05);
    assertThat(row.getList(row.fieldIndex("track"))).hasSizeGreaterThan(1);
  }

  private static void isSameCharge(Map<String, String> done, Row row) {
    assertThat(row.<String>getAs("current_kind")).isEqualTo(done.get("current_kind"));
    assertThat(row.<String>getAs("place_kind")).isEqualTo(done.get("place_kind"));
  }

  private static void near(Map<String, String> done, Row row, String column, double tolerance) {
    assertThat(row.<Double>getAs(column))
        .as(column)
        .isCloseTo(
            Double.parseDouble(done.get(column)),
            org.assertj.core.api.Assertions.within(tolerance));
  }

  /** What was done and over before the messages end. */
  private List<Map<String, String>> truth(String name, Instant until) throws IOException {
    List<String> lines = Files.readAllLines(temporary.resolve("truth/" + name + ".csv"));
    List<String> columns = List.of(lines.get(0).split(",", -1));
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new java.util.HashMap<>();
      String[] cells = line.split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        row.put(columns.get(i), cells[i]);
      }
      if (Instant.parse(row.get("started_at")).isBefore(until)) {
        rows.add(row);
      }
    }
    return rows;
  }
}
