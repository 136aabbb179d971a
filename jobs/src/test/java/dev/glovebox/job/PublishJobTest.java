package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishJobTest {

  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);
  private static final String VIN = "LRW3E7EK0PC000001";

  @TempDir Path temporary;

  private PublishedFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new PublishedFolder(temporary).tenures(VIN + ",owner-1,owner,2020-01-01T00:00:00Z,");
  }

  @Test
  void publishesTheSampleLineByLine() throws IOException {
    String sample;
    try (var stream = getClass().getResourceAsStream("/fleet-telemetry.jsonl")) {
      sample = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    LocalDate day = LocalDate.of(2026, 1, 2);
    folder
        .tenures("5YJ3E1EA0PF000001,owner-1,owner,2020-01-01T00:00:00Z,")
        .arrived(day, 11, "sample.jsonl", sample.split("\n"))
        .publish(day);

    assertThat(folder.ledger(day))
        .containsExactly(
            "alerts,released,null,1,1",
            "connectivity,released,null,1,1",
            "errors,withheld,not-published,1,1",
            "metrics,withheld,not-published,1,1",
            "vehicle-data,rejected,invalid,0,1",
            "vehicle-data,rejected,no-instant,1,0",
            "vehicle-data,released,null,1,11");
    assertThat(
            folder.rows(
                "telemetry",
                "owner_id",
                "vin",
                "captured_at",
                "batch_date",
                "round(speed_kmh, 3)",
                "latitude_deg",
                "longitude_deg",
                "gear",
                "detailed_charge_state",
                "scheduled_charging_start_time",
                "located_at_home",
                "withheld",
                "event_month",
                "owner_partition"))
        .containsExactly(
            "[owner-1,5YJ3E1EA0PF000001,2026-01-02 03:04:05.678,2026-01-02,39.999,37.412374,"
                + "-122.145867,D,Charging,22:30:00,false,ArraySeq(),2026-01,owner-1]");
    assertThat(folder.rows("alerts", "owner_id", "name", "started_at", "ended_at", "audiences"))
        .containsExactly(
            "[owner-1,ExampleAlert,2026-01-02 03:04:05.678,null,ArraySeq(Customer, Service)]");
    assertThat(folder.rows("connectivity", "connection_id", "status", "network_interface"))
        .containsExactly("[b2a1-example,CONNECTED,wifi]");
    assertThat(folder.rows("quarantine", "reason", "source_object", "position"))
        .containsExactly(
            "[invalid,date=2026-01-02/hour=11/sample.jsonl,1]",
            "[no-instant,date=2026-01-02/hour=11/sample.jsonl,6]");
  }

  @Test
  void leavesTheSameRowsWhenItRunsAgain() {
    folder
        .arrived(FIRST, 10, "a.jsonl", speed("10:00:00", 10), speed("10:00:10", 20), "broken")
        .publish(FIRST);
    List<String> telemetry = folder.rows("telemetry", "*");
    List<String> quarantine = folder.rows("quarantine", "*");

    folder.publish(FIRST);

    assertThat(folder.rows("telemetry", "*")).isEqualTo(telemetry).hasSize(2);
    assertThat(folder.rows("quarantine", "*")).isEqualTo(quarantine).hasSize(1);
  }

  @Test
  void replacesADateByAnEmptyOne() throws IOException {
    folder.arrived(FIRST, 10, "a.jsonl", speed("10:00:00", 10)).publish(FIRST);

    folder.emptied(FIRST).publish(FIRST);

    assertThat(folder.rows("telemetry", "vin")).isEmpty();
    assertThat(folder.ledger(FIRST)).isEmpty();
    assertThat(folder.rows("completeness", "vin")).isEmpty();
  }

  @Test
  void doesNotPublishTwiceWhatArrivesAgainOnLaterDates() {
    String repeated = speed("10:00:00", 10);
    folder
        .arrived(FIRST, 10, "a.jsonl", repeated)
        .arrived(SECOND, 10, "a.jsonl", repeated)
        .arrived(FIRST.plusDays(3), 10, "a.jsonl", repeated)
        .publish(FIRST, SECOND, FIRST.plusDays(3));

    assertThat(folder.rows("telemetry", "batch_date")).containsExactly("[2026-11-01]");
    assertThat(folder.ledger(SECOND)).containsExactly("vehicle-data,duplicate,repeated-value,1,1");
    assertThat(folder.ledger(FIRST.plusDays(3)))
        .as("seen on the second date, though not published there")
        .containsExactly("vehicle-data,duplicate,repeated-value,1,1");
  }

  @Test
  void publishesTheLaterDatesAgainThatAnEarlierOneTouches() {
    String repeated = speed("10:00:00", 10);
    folder.arrived(SECOND, 10, "a.jsonl", repeated).publish(SECOND);

    RunReport report = folder.arrived(FIRST, 10, "a.jsonl", repeated).publish(FIRST);

    assertThat(folder.rows("telemetry", "batch_date")).containsExactly("[2026-11-01]");
    assertThat(report.warnings()).singleElement().asString().startsWith("2026-11-02");
  }

  @Test
  void carriesAPositionOverMidnight() {
    folder
        .arrived(FIRST, 23, "a.jsonl", message("23:55:00", FIRST, location(31, 121)))
        .arrived(SECOND, 0, "a.jsonl", message("00:04:00", SECOND, home()))
        .publish(FIRST, SECOND);

    assertThat(folder.ledger(SECOND)).containsExactly("vehicle-data,released,null,1,1");
  }

  @Test
  void finishesADateThatWasLeftHalfWritten() throws IOException {
    folder.arrived(FIRST, 10, "a.jsonl", speed("10:00:00", 10)).publish(FIRST);
    folder.arrived(FIRST, 11, "b.jsonl", speed("11:00:00", 20)).publish(FIRST);
    folder.rollBack("ledger");

    RunReport report = folder.publish(THIRD);

    assertThat(folder.ledger(FIRST)).containsExactly("vehicle-data,released,null,2,2");
    assertThat(report.warnings()).singleElement().asString().startsWith("2026-11-01");
  }

  @Test
  void finishesEveryDateThatWasLeftHalfWritten() throws IOException {
    folder.arrived(FIRST, 10, "a.jsonl", speed("10:00:00", 10)).publish(FIRST);
    folder.rollBack("ledger");
    folder.tables("telemetry").optimize().executeCompaction();

    folder.publish(FIRST.minusDays(1));

    assertThat(folder.ledger(FIRST)).containsExactly("vehicle-data,released,null,1,1");
    assertThat(folder.publish(THIRD).warnings()).isEmpty();
  }

  @Test
  void leavesADependentDateAloneWhoseRawObjectsAreGone() throws IOException {
    folder.arrived(SECOND, 10, "a.jsonl", speed("10:00:00", 10)).publish(SECOND);
    folder.emptied(SECOND).arrived(FIRST, 10, "a.jsonl", speed("11:00:00", 20));

    RunReport report = folder.publish(FIRST);

    assertThat(folder.rows("telemetry", "batch_date"))
        .containsExactly("[2026-11-01]", "[2026-11-02]");
    assertThat(report.warnings()).singleElement().asString().contains("stays as it was");
  }

  @Test
  void takesAMissingRawFolderForAFaultOfStorage() throws IOException {
    assertThatThrownBy(() -> folder.publish(FIRST))
        .isInstanceOf(java.io.UncheckedIOException.class)
        .hasMessageContaining("is it mounted?");
  }

  @Test
  void countsARepeatedHourOfTheClockToItsSecondEnd() {
    LocalDate changed = LocalDate.of(2026, 10, 25);
    folder
        .zone("Europe/Berlin")
        .arrived(changed, 2, "a.jsonl", speedAt("2026-10-25T01:50:00Z"))
        .arrived(changed, 1, "a.jsonl", speedAt("2026-10-25T00:06:00Z"))
        .publish(changed);

    assertThat(folder.ledger(changed))
        .containsExactly("vehicle-data,rejected,clock-ahead,1,1", "vehicle-data,released,null,1,1");
  }

  @Test
  void passesOverWhatAWriterHasNotFinished() {
    folder
        .arrived(FIRST, 10, "_temporary/0/a.jsonl", speed("10:00:00", 10))
        .arrived(FIRST, 10, ".a.jsonl.crc", "no record")
        .arrived(FIRST, 10, "a.jsonl", speed("10:00:00", 20))
        .publish(FIRST);

    assertThat(folder.ledger(FIRST)).containsExactly("vehicle-data,released,null,1,1");
  }

  @Test
  void refusesMoreRejectedMessagesThanTolerated() {
    folder.tolerance(0.05).arrived(FIRST, 10, "good.jsonl", speed("10:00:00", 10));
    folder.arrived(FIRST, 10, "bad.jsonl", "{\"vin\":\"" + VIN, "no json");

    assertThatThrownBy(() -> folder.publish(FIRST))
        .isInstanceOfSatisfying(
            JobFailure.class,
            failure -> assertThat(failure.category()).isEqualTo(JobFailure.Category.INPUT))
        .hasMessageContaining("2 were rejected: 66.67 %")
        .hasMessageContaining("date=2026-11-01/hour=10/bad.jsonl (2, 0)")
        .hasMessageNotContaining(VIN);
    assertThat(folder.rows("telemetry", "vin")).isEmpty();
    assertThat(folder.rows("quarantine", "reason")).isEmpty();
  }

  @Test
  void laysOwnersOutInBuckets() {
    folder.layout("8").arrived(FIRST, 10, "a.jsonl", speed("10:00:00", 10)).publish(FIRST);

    assertThat(
            folder
                .table("telemetry")
                .filter(
                    "owner_partition = concat('b', lpad(pmod(" + "xxhash64(owner_id), 8), 4, '0'))")
                .count())
        .isEqualTo(1);
  }

  @Test
  void sortsEachFileByOwnerAndTimeWithOneFileAPartition() {
    folder
        .layout("1")
        .tenures(
            VIN + ",owner-2,owner,2020-01-01T00:00:00Z,2026-11-01T02:00:05Z",
            VIN + ",owner-1,owner,2026-11-01T02:00:05Z,")
        .arrived(FIRST, 10, "a.jsonl", speed("10:00:20", 3), speed("10:00:10", 2))
        .arrived(FIRST, 10, "b.jsonl", speed("10:00:00", 1))
        .publish(FIRST);

    assertThat(folder.table("telemetry").inputFiles()).hasSize(1);
    assertThat(folder.table("telemetry").select("owner_id", "captured_at").collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getTimestamp(1).toInstant())
        .containsExactly(
            "owner-1 2026-11-01T02:00:10Z",
            "owner-1 2026-11-01T02:00:20Z",
            "owner-2 2026-11-01T02:00:00Z");
  }

  private static String speed(String time, double kmh) {
    return message(
        time,
        FIRST,
        "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":" + kmh / 1.609344 + "}}");
  }

  private static String speedAt(String instant) {
    return speed("00:00:00", 10).replace(FIRST + "T00:00:00+08:00", instant);
  }

  private static String location(double latitudeDeg, double longitudeDeg) {
    return "{\"key\":\"Location\",\"value\":{\"locationValue\":{\"latitude\":"
        + latitudeDeg
        + ",\"longitude\":"
        + longitudeDeg
        + "}}}";
  }

  private static String home() {
    return "{\"key\":\"LocatedAtHome\",\"value\":{\"booleanValue\":true}}";
  }

  private static String message(String time, LocalDate day, String value) {
    return "{\"data\":["
        + value
        + "],\"createdAt\":\""
        + day
        + "T"
        + time
        + "+08:00\",\"vin\":\""
        + VIN
        + "\",\"isResend\":false}";
  }
}
