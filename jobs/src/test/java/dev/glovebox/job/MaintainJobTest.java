package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class MaintainJobTest {

  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final String VIN = "LRW3E7EK0PC000001";
  private static final String OTHER_VIN = "LRW3E7EK0PC000002";

  /** November is over in Shanghai, and its last readings have come in. */
  private static final Instant CLOSED = Instant.parse("2026-12-03T00:00:00Z");

  /** By now a value of the first batch date is older than ten days, one of the second is not. */
  private static final Instant TEN_DAYS_LATER = Instant.parse("2026-11-12T00:00:00Z");

  private static final String PLACES = "{classes: [location, route], days: 10, basis: b}";

  @TempDir Path temporary;

  private PublishedFolder folder;

  @BeforeEach
  void makeFolder() {
    folder =
        new PublishedFolder(temporary)
            .tenures(
                VIN + ",owner-1,owner,2020-01-01T00:00:00Z,",
                OTHER_VIN + ",owner-2,owner,2020-01-01T00:00:00Z,");
  }

  @Test
  void doesNothingToALakeThatIsEmpty() {
    RunReport report = folder.maintain(CLOSED);

    assertThat(report.upkeep()).isEmpty();
    assertThat(temporary.resolve("lake")).doesNotExist();
  }

  @Test
  void compactsAMonthOnceItIsClosed() {
    publishTwoDays();
    List<String> before = folder.rows("telemetry", "*");

    folder.maintain(CLOSED.minus(Duration.ofDays(1)));
    assertThat(upkeep(folder.maintain(CLOSED), "telemetry"))
        .satisfies(
            done -> {
              assertThat(done.filesBefore()).isEqualTo(4);
              assertThat(done.filesAfter()).isEqualTo(2);
              assertThat(done.bytesAfter()).isLessThan(done.bytesBefore());
              assertThat(done.rowsExpired()).isZero();
            });

    assertThat(folder.rows("telemetry", "*")).isEqualTo(before).hasSize(8);
    for (String table : List.of("telemetry", "alerts", "connectivity", "completeness")) {
      assertThat(folder.table(table).inputFiles()).as(table).hasSize(2);
    }
  }

  @Test
  void changesNothingTheSecondTime() {
    folder.retention(PLACES);
    publishTwoDays();
    folder.maintain(CLOSED);
    Map<String, Long> versions = versions();
    List<String> ledger = folder.rows("ledger", "*");

    RunReport report = folder.maintain(CLOSED);

    assertThat(versions()).isEqualTo(versions);
    assertThat(folder.rows("ledger", "*")).isEqualTo(ledger);
    assertThat(report.upkeep())
        .allSatisfy(
            done -> {
              assertThat(done.filesAfter()).isEqualTo(done.filesBefore());
              assertThat(done.valuesExpired() + done.rowsExpired() + done.filesDeleted()).isZero();
            });
  }

  @Test
  void publishesACompactedDateAgain() throws IOException {
    publishTwoDays();
    List<String> before = folder.rows("telemetry", "*");
    folder.maintain(CLOSED);

    folder.publish(FIRST);
    assertThat(folder.rows("telemetry", "*")).isEqualTo(before);

    folder.emptied(FIRST).publish(FIRST);
    assertThat(folder.rows("telemetry", "batch_date")).containsOnly("[2026-11-02]").hasSize(4);
    balances();
  }

  @Test
  void letsGoOfValuesOfAClassAndSaysSo() {
    folder.retention(PLACES);
    publishTwoDays();
    long received = sum("ledger", "outcome <> ''");

    RunReport report = folder.maintain(TEN_DAYS_LATER);

    assertThat(
            folder.rows(
                "telemetry", "batch_date", "vin", "speed_kmh > 0", "latitude_deg", "withheld"))
        .containsExactly(
            row("2026-11-01", VIN, "true", "null", "ArraySeq(retention)"),
            row("2026-11-01", OTHER_VIN, "true", "null", "ArraySeq(retention)"),
            row("2026-11-02", VIN, "null", "31.0", "ArraySeq()"),
            row("2026-11-02", VIN, "true", "31.0", "ArraySeq()"),
            row("2026-11-02", OTHER_VIN, "null", "31.0", "ArraySeq()"),
            row("2026-11-02", OTHER_VIN, "true", "31.0", "ArraySeq()"));
    assertThat(folder.ledger(FIRST))
        .contains(
            "vehicle-data,released,null,4,6",
            "vehicle-data,released,retention,0,-4",
            "vehicle-data,withheld,retention,0,4");
    assertThat(folder.ledger(SECOND)).noneMatch(entry -> entry.contains("retention"));
    assertThat(upkeep(report, "telemetry").valuesExpired()).isEqualTo(4);
    assertThat(upkeep(report, "telemetry").rowsExpired()).isEqualTo(2);
    assertThat(sum("ledger", "outcome <> ''")).isEqualTo(received);
    balances();
  }

  @Test
  void letsGoOfAlertsAndConnectionsByTheirClass() {
    folder.retention(
        "{classes: [diagnostic], days: 10, basis: b}", "{classes: [access], days: 9, basis: b}");
    publishTwoDays();

    RunReport report = folder.maintain(TEN_DAYS_LATER);

    assertThat(folder.rows("alerts", "batch_date")).containsOnly("[2026-11-02]").hasSize(2);
    assertThat(folder.rows("connectivity", "batch_date")).isEmpty();
    assertThat(folder.ledger(FIRST))
        .contains("alerts,released,retention,0,-2", "alerts,withheld,retention,0,2");
    assertThat(upkeep(report, "connectivity").valuesExpired()).isEqualTo(8);
    assertThat(upkeep(report, "connectivity").rowsExpired()).isEqualTo(8);
    balances();
  }

  @Test
  void letsGoOfMoreAsTimeGoesOn() {
    folder.retention(PLACES);
    publishTwoDays();
    folder.maintain(TEN_DAYS_LATER);

    RunReport report = folder.maintain(TEN_DAYS_LATER.plus(Duration.ofDays(1)));

    assertThat(folder.rows("telemetry", "latitude_deg")).containsOnly("[null]").hasSize(4);
    assertThat(upkeep(report, "telemetry").valuesExpired()).isEqualTo(4);
    assertThat(folder.ledger(SECOND)).contains("vehicle-data,withheld,retention,0,4");
    balances();
  }

  @Test
  void letsGoAgainOfWhatIsPublishedAgain() {
    folder.retention(PLACES);
    publishTwoDays();
    folder.maintain(TEN_DAYS_LATER);
    List<String> telemetry = folder.rows("telemetry", "*");
    List<String> ledger = folder.ledger(FIRST);

    folder.publish(FIRST);
    assertThat(folder.ledger(FIRST)).noneMatch(entry -> entry.contains("retention"));
    balances();
    folder.maintain(TEN_DAYS_LATER);

    assertThat(folder.rows("telemetry", "*")).isEqualTo(telemetry);
    assertThat(folder.ledger(FIRST)).isEqualTo(ledger);
    balances();
  }

  @Test
  void accountsForWhatAKilledRunLetGo() throws IOException {
    folder.retention(PLACES);
    publishTwoDays();
    folder.maintain(TEN_DAYS_LATER);
    List<String> ledger = folder.ledger(FIRST);
    List<String> completeness = folder.rows("completeness", "*");
    folder.rollBack("ledger");
    assertThat(folder.ledger(FIRST)).isNotEqualTo(ledger);

    folder.maintain(TEN_DAYS_LATER);

    assertThat(folder.ledger(FIRST)).isEqualTo(ledger);
    assertThat(folder.rows("completeness", "*")).isEqualTo(completeness);

    folder.rollBack("ledger");
    folder.rollBack("completeness");
    folder.maintain(TEN_DAYS_LATER);

    assertThat(folder.ledger(FIRST)).isEqualTo(ledger);
    assertThat(folder.rows("completeness", "*")).isEqualTo(completeness);
    balances();
  }

  @Test
  void leavesTheAccountsOfAHalfWrittenDateToItsPublish() throws IOException {
    folder.retention(PLACES);
    publishTwoDays();
    folder.publish(SECOND);
    folder.rollBack("ledger");
    folder.rollBack("completeness");

    folder.maintain(CLOSED);
    assertThat(folder.ledger(SECOND)).noneMatch(entry -> entry.contains("retention"));
    assertThat(folder.ledger(FIRST)).contains("vehicle-data,withheld,retention,0,4");

    folder.publish(SECOND);
    folder.maintain(CLOSED);
    assertThat(folder.ledger(SECOND)).contains("vehicle-data,withheld,retention,0,4");
    balances();
  }

  @Test
  void keepsWhatHoldersHaveByThePackagedPolicy() {
    publishTwoDays();
    List<String> telemetry = folder.rows("telemetry", "*");

    folder.maintain(CLOSED.plus(Duration.ofDays(36_000)));

    assertThat(folder.rows("telemetry", "*")).isEqualTo(telemetry);
    assertThat(folder.rows("alerts", "vin")).hasSize(4);
    assertThat(folder.rows("ledger", "reason")).isNotEmpty();
  }

  @Test
  void letsGoOfOldRecords() {
    folder.arrived(FIRST, 10, "bad.jsonl", "broken").arrived(SECOND, 10, "bad.jsonl", "broken");
    folder.arrived(FIRST, 11, "lost.jsonl", unknown(FIRST));
    publishTwoDays();
    assertThat(folder.rows("seen", "batch_date")).contains("[2026-11-01]");
    Instant ninetyOneDaysLater = Instant.parse("2027-01-31T00:00:00Z");

    RunReport report = folder.maintain(ninetyOneDaysLater);

    assertThat(folder.rows("quarantine", "batch_date")).containsExactly("[2026-11-02]");
    assertThat(folder.rows("seen", "batch_date")).doesNotContain("[2026-11-01]");
    assertThat(upkeep(report, "quarantine").rowsExpired()).isEqualTo(1);
    assertThat(upkeep(report, "seen").rowsExpired()).isPositive();
  }

  @Test
  void leavesNoFileUnaccountedFor() throws IOException {
    folder.retention(PLACES);
    publishTwoDays();
    folder.publish(FIRST);
    Path orphan = temporary.resolve("lake/telemetry/event_month=2026-11/owner_partition=owner-1");
    Files.writeString(orphan.resolve("part-killed.zstd.parquet"), "half a file");
    Instant later = Instant.now().plus(Duration.ofDays(60));

    folder.maintain(later);

    assertThat(accountedFor()).isEqualTo(onDisk());
    balances();
  }

  @Test
  void saysThatItsTimeLiesAhead() {
    Instant ahead = Instant.now().plus(Duration.ofDays(1));

    assertThat(folder.maintain(ahead).warnings()).singleElement().asString().contains("ahead");
    assertThat(folder.maintain(Instant.now().minus(Duration.ofDays(1))).warnings()).isEmpty();
  }

  /** Two vehicles; on each day two readings of a place, one of them with a speed, and the rest. */
  private void publishTwoDays() {
    for (LocalDate date : List.of(FIRST, SECOND)) {
      for (String vin : List.of(VIN, OTHER_VIN)) {
        folder.arrived(
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
    folder.publish(FIRST, SECOND);
  }

  private static final String LOCATION =
      "{\"key\":\"Location\",\"value\":{\"locationValue\":{\"latitude\":31,\"longitude\":121}}}";

  private static final String SPEED = "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":30}}";

  private static String unknown(LocalDate date) {
    return data("LRW3E7EK0PC000009", date, "10:00:00", LOCATION);
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

  private static String row(String... cells) {
    return "[" + String.join(",", cells) + "]";
  }

  private static RunReport.Upkeep upkeep(RunReport report, String table) {
    return report.upkeep().stream()
        .filter(done -> done.table().equals(table))
        .findFirst()
        .orElseThrow();
  }

  /** What the ledger and the holders' accounts say was released is what the tables hold. */
  private void balances() {
    long held =
        folder.table("telemetry").filter("latitude_deg IS NOT NULL").count()
            + folder.table("telemetry").filter("speed_kmh IS NOT NULL").count()
            + folder.table("alerts").count()
            + folder.table("connectivity").count();
    assertThat(sum("ledger", "outcome = 'released'")).isEqualTo(held);
    assertThat(sum("completeness", "outcome = 'released'")).isEqualTo(held);
    assertThat(sum("completeness", "reason = 'retention'")).isZero();
    assertThat(sum("ledger", "reason = 'retention'")).isZero();
  }

  private long sum(String table, String condition) {
    return folder
        .table(table)
        .filter(condition)
        .selectExpr("coalesce(sum(`values`), 0)")
        .head()
        .getLong(0);
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new HashMap<>();
    for (String table : tables()) {
      versions.put(table, folder.tables(table).history(1).head().<Long>getAs("version"));
    }
    return versions;
  }

  private List<String> tables() {
    return List.of(
        "telemetry", "alerts", "connectivity", "completeness", "quarantine", "seen", "ledger");
  }

  private Set<String> accountedFor() {
    Set<String> files = new TreeSet<>();
    for (String table : tables()) {
      Arrays.stream(folder.table(table).inputFiles())
          .map(file -> temporary.relativize(Path.of(java.net.URI.create(file))).toString())
          .forEach(files::add);
    }
    return files;
  }

  private Set<String> onDisk() throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve("lake"))) {
      return new TreeSet<>(
          files
              .filter(Files::isRegularFile)
              .map(file -> temporary.relativize(file).toString())
              .filter(file -> !file.contains("_delta_log") && !file.endsWith(".crc"))
              .toList());
    }
  }
}
