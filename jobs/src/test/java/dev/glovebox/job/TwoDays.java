package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * Two vehicles of two owners, published on two days: on each two readings of a place, one of them
 * with a speed, and an alert and two connections. It is published once in a run of the tests; each
 * gets a copy.
 */
final class TwoDays {

  static final LocalDate SECOND = FIRST.plusDays(1);
  static final String VIN = "LRW3E7EK0PC000001";
  static final String OTHER_VIN = "LRW3E7EK0PC000002";

  /** November is over in Shanghai, and its last readings have come in. */
  static final Instant CLOSED = Instant.parse("2026-12-03T00:00:00Z");

  /** By now a value of the first batch date is older than ten days, one of the second is not. */
  static final Instant TEN_DAYS_LATER = Instant.parse("2026-11-12T00:00:00Z");

  /** Where somebody was is kept for ten days. */
  static final String PLACES = "{classes: [location, route], days: 10, basis: b}";

  private static final String LOCATION =
      "{\"key\":\"Location\",\"value\":{\"locationValue\":{\"latitude\":31,\"longitude\":121}}}";

  private static final String SPEED = "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":30}}";

  private TwoDays() {}

  /** A copy in an empty folder. */
  static PublishedFolder in(Path folder) {
    try {
      FileUtils.copyDirectory(Published.FOLDER.toFile(), folder.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PublishedFolder(folder);
  }

  /** The same, not yet published. */
  static PublishedFolder arrivedIn(Path folder) {
    PublishedFolder arrived =
        new PublishedFolder(folder)
            .tenures(
                VIN + ",owner-1,owner,2020-01-01T00:00:00Z,",
                OTHER_VIN + ",owner-2,owner,2020-01-01T00:00:00Z,");
    for (LocalDate date : List.of(FIRST, SECOND)) {
      for (String vin : List.of(VIN, OTHER_VIN)) {
        arrived.arrived(
            date,
            12,
            vin + ".jsonl",
            data(vin, date, "10:00:00", LOCATION + "," + SPEED),
            data(vin, date, "10:01:00", LOCATION),
            alert(vin, date),
            connection(vin, date, "CONNECTED"),
            connection(vin, date, "DISCONNECTED"));
      }
    }
    return arrived;
  }

  /** A position of a vehicle that nobody holds. */
  static String unknown(LocalDate date) {
    return data("LRW3E7EK0PC000009", date, "10:00:00", LOCATION);
  }

  /** What the ledger and the holders' accounts say was released is what the tables hold. */
  static void assertBalance(PublishedFolder folder) {
    long held =
        folder.table("telemetry").filter("latitude_deg IS NOT NULL").count()
            + folder.table("telemetry").filter("speed_kmh IS NOT NULL").count()
            + folder.table("alerts").count()
            + folder.table("connectivity").count();
    assertThat(sum(folder, "ledger", "outcome = 'released'")).isEqualTo(held);
    assertThat(sum(folder, "completeness", "outcome = 'released'")).isEqualTo(held);
    assertThat(sum(folder, "completeness", "reason = 'retention'")).isZero();
    assertThat(sum(folder, "ledger", "reason = 'retention'")).isZero();
  }

  static long sum(PublishedFolder folder, String table, String condition) {
    return folder
        .table(table)
        .filter(condition)
        .selectExpr("coalesce(sum(`values`), 0)")
        .head()
        .getLong(0);
  }

  static RunReport.Upkeep upkeep(RunReport report, String table) {
    return report.upkeep().stream()
        .filter(done -> done.table().equals(table))
        .findFirst()
        .orElseThrow();
  }

  private static String data(String vin, LocalDate date, String time, String values) {
    return "{\"data\":[%s],\"createdAt\":\"%sT%s+08:00\",\"vin\":\"%s\",\"isResend\":false}"
        .formatted(values, date, time, vin);
  }

  private static String alert(String vin, LocalDate date) {
    return ("{\"alerts\":[{\"name\":\"A\",\"audiences\":[\"Customer\"],"
            + "\"startedAt\":\"%1$sT10:00:00+08:00\"}],"
            + "\"createdAt\":\"%1$sT10:02:00+08:00\",\"vin\":\"%2$s\"}")
        .formatted(date, vin);
  }

  private static String connection(String vin, LocalDate date, String status) {
    return ("{\"vin\":\"%s\",\"connectionId\":\"c\",\"status\":\"%s\",\"networkInterface\":\"wifi\","
            + "\"createdAt\":\"%sT10:0%d:00+08:00\"}")
        .formatted(vin, status, date, status.length() % 10);
  }

  private static final class Published {
    static final Path FOLDER = make();

    private static Path make() {
      try {
        Path folder = Files.createTempDirectory("glovebox-two-days-");
        Runtime.getRuntime()
            .addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
        arrivedIn(folder).publish(FIRST, SECOND);
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
