package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static dev.glovebox.job.TwoDays.CLOSED;
import static dev.glovebox.job.TwoDays.OTHER_VIN;
import static dev.glovebox.job.TwoDays.PLACES;
import static dev.glovebox.job.TwoDays.SECOND;
import static dev.glovebox.job.TwoDays.TEN_DAYS_LATER;
import static dev.glovebox.job.TwoDays.VIN;
import static dev.glovebox.job.TwoDays.assertBalance;
import static dev.glovebox.job.TwoDays.sum;
import static dev.glovebox.job.TwoDays.unknown;
import static dev.glovebox.job.TwoDays.upkeep;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is past its retention, and the accounts of it. */
class MaintainedRetentionTest {

  @TempDir Path temporary;

  private PublishedFolder folder;

  @BeforeEach
  void copyTwoDays() {
    folder = TwoDays.in(temporary);
  }

  @Test
  void letsGoOfValuesOfAClassAndSaysSo() {
    folder.retention(PLACES);
    long received = sum(folder, "ledger", "outcome <> ''");

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
    assertThat(sum(folder, "ledger", "outcome <> ''")).isEqualTo(received);
    assertBalance(folder);
  }

  @Test
  void letsGoOfAlertsAndConnectionsByTheirClass() {
    folder.retention(
        "{classes: [diagnostic], days: 10, basis: b}", "{classes: [access], days: 9, basis: b}");

    RunReport report = folder.maintain(TEN_DAYS_LATER);

    assertThat(folder.rows("alerts", "batch_date")).containsOnly("[2026-11-02]").hasSize(2);
    assertThat(folder.rows("connectivity", "batch_date")).isEmpty();
    assertThat(folder.ledger(FIRST))
        .contains("alerts,released,retention,0,-2", "alerts,withheld,retention,0,2");
    assertThat(upkeep(report, "connectivity").valuesExpired()).isEqualTo(8);
    assertThat(upkeep(report, "connectivity").rowsExpired()).isEqualTo(8);
    assertBalance(folder);
  }

  @Test
  void letsGoOfMoreAsTimeGoesOn() {
    folder.retention(PLACES);
    folder.maintain(TEN_DAYS_LATER);

    RunReport report = folder.maintain(TEN_DAYS_LATER.plus(Duration.ofDays(1)));

    assertThat(folder.rows("telemetry", "latitude_deg")).containsOnly("[null]").hasSize(4);
    assertThat(upkeep(report, "telemetry").valuesExpired()).isEqualTo(4);
    assertThat(folder.ledger(SECOND)).contains("vehicle-data,withheld,retention,0,4");
    assertBalance(folder);
  }

  @Test
  void letsGoAgainOfWhatIsPublishedAgain() {
    folder.retention(PLACES);
    folder.maintain(TEN_DAYS_LATER);
    List<String> telemetry = folder.rows("telemetry", "*");
    List<String> ledger = folder.ledger(FIRST);

    folder.publish(FIRST);
    assertThat(folder.ledger(FIRST)).noneMatch(entry -> entry.contains("retention"));
    assertBalance(folder);
    folder.maintain(TEN_DAYS_LATER);

    assertThat(folder.rows("telemetry", "*")).isEqualTo(telemetry);
    assertThat(folder.ledger(FIRST)).isEqualTo(ledger);
    assertBalance(folder);
  }

  @Test
  void accountsForWhatAKilledRunLetGo() throws IOException {
    folder.retention(PLACES);
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
    assertBalance(folder);
  }

  @Test
  void leavesTheAccountsOfAHalfWrittenDateToItsPublish() throws IOException {
    folder.retention(PLACES);
    folder.publish(SECOND);
    folder.rollBack("ledger");
    folder.rollBack("completeness");

    folder.maintain(CLOSED);
    assertThat(folder.ledger(SECOND)).noneMatch(entry -> entry.contains("retention"));
    assertThat(folder.ledger(FIRST)).contains("vehicle-data,withheld,retention,0,4");

    folder.publish(SECOND);
    folder.maintain(CLOSED);
    assertThat(folder.ledger(SECOND)).contains("vehicle-data,withheld,retention,0,4");
    assertBalance(folder);
  }

  @Test
  void keepsWhatHoldersHaveByThePackagedPolicy() {
    List<String> telemetry = folder.rows("telemetry", "*");

    folder.maintain(CLOSED.plus(Duration.ofDays(36_000)));

    assertThat(folder.rows("telemetry", "*")).isEqualTo(telemetry);
    assertThat(folder.rows("alerts", "vin")).hasSize(4);
    assertThat(folder.rows("ledger", "reason")).isNotEmpty();
  }

  @Test
  void letsGoOfOldRecords() {
    folder.arrived(FIRST, 10, "bad.jsonl", "broken").arrived(SECOND, 10, "bad.jsonl", "broken");
    folder.arrived(FIRST, 11, "lost.jsonl", unknown(FIRST)).publish(FIRST, SECOND);
    assertThat(folder.rows("seen", "batch_date")).contains("[2026-11-01]");
    Instant ninetyOneDaysLater = Instant.parse("2027-01-31T00:00:00Z");

    RunReport report = folder.maintain(ninetyOneDaysLater);

    assertThat(folder.rows("quarantine", "batch_date")).containsExactly("[2026-11-02]");
    assertThat(folder.rows("seen", "batch_date")).doesNotContain("[2026-11-01]");
    assertThat(upkeep(report, "quarantine").rowsExpired()).isEqualTo(1);
    assertThat(upkeep(report, "seen").rowsExpired()).isPositive();
  }

  private static String row(String... cells) {
    return "[" + String.join(",", cells) + "]";
  }
}
