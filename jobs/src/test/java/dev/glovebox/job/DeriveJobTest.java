package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drives and a charge of one vehicle, published from raw messages and derived. */
@Tag("slow")
class DeriveJobTest {

  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);
  private static final String VIN = "LRW3E7EK0PC000001";
  private static final String[] TRIP = {
    "owner_id", "started_at", "ended_at", "distance_km", "batch_dates", "event_month"
  };

  @TempDir Path temporary;

  private PublishedFolder folder;

  @BeforeEach
  void makeFolder() {
    folder =
        new PublishedFolder(temporary)
            .zone("UTC")
            .tenures(
                VIN + ",seller,owner,2020-01-01T00:00:00Z,2026-11-02T12:30:05Z",
                VIN + ",buyer,owner,2026-11-02T12:30:05Z,");
  }

  @Test
  void derivesADriveOverMidnightOnceBothItsDatesAreThere() {
    arrived(FIRST, 23, drive(FIRST, "23:50", 10));
    folder.publish(FIRST);
    folder.derive(FIRST);
    assertThat(folder.rows("trips", "duration_s")).containsExactly("[540.0]");

    arrived(SECOND, 0, drive(FIRST, "23:50", 20).subList(10, 21));
    folder.publish(SECOND);
    folder.derive(SECOND);

    assertThat(folder.rows("trips", TRIP))
        .containsExactly(
            "[seller,2026-11-01 23:50:00.0,2026-11-02 00:10:00.0,20.0,"
                + "ArraySeq(2026-11-01, 2026-11-02),2026-11]");
    assertThat(folder.rows("trips", "first_batch_date", "last_batch_date", "owner_partition"))
        .containsExactly("[2026-11-01,2026-11-02,seller]");
  }

  @Test
  void takesLateReadingsIntoTheDriveThatTheyBelongTo() {
    List<String> drive = drive(FIRST, "10:00", 30);
    arrived(FIRST, 10, drive.subList(0, 11));
    arrived(FIRST, 11, drive.subList(27, 31));
    folder.publish(FIRST);
    folder.derive(FIRST);
    assertThat(folder.rows("trips", "distance_km")).containsExactly("[10.0]", "[3.0]");

    arrived(THIRD, 9, drive.subList(11, 27));
    folder.publish(THIRD);
    folder.derive(THIRD);

    assertThat(folder.rows("trips", "distance_km", "size(gaps)")).containsExactly("[30.0,0]");
  }

  @Test
  void givesEachHolderTheirPartOfADriveThatASaleCuts() {
    arrived(SECOND, 12, drive(SECOND, "12:00", 60));
    folder.publish(SECOND);

    folder.derive(SECOND);

    assertThat(folder.rows("trips", "owner_id", "started_at", "ended_at", "distance_km"))
        .containsExactly(
            "[buyer,2026-11-02 12:31:00.0,2026-11-02 13:00:00.0,29.0]",
            "[seller,2026-11-02 12:00:00.0,2026-11-02 12:30:00.0,30.0]");
  }

  @Test
  void changesNothingTheSecondTime() {
    arrived(FIRST, 10, drive(FIRST, "10:00", 30));
    folder.publish(FIRST);
    assertThat(folder.derive(FIRST).tables())
        .extracting(RunReport.Commit::table, RunReport.Commit::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("trips", 1L),
            org.assertj.core.groups.Tuple.tuple("charges", 0L));
    long version = version();

    assertThat(folder.derive(FIRST).tables()).isEmpty();

    assertThat(version()).isEqualTo(version);
  }

  @Test
  void letsGoOfADriveWhoseReadingsAreGone() throws IOException {
    arrived(FIRST, 10, drive(FIRST, "10:00", 30));
    arrived(SECOND, 8, drive(SECOND, "08:00", 30));
    folder.publish(FIRST, SECOND);
    folder.derive(FIRST, SECOND);
    assertThat(folder.rows("trips", "started_at")).hasSize(2);

    folder.emptied(FIRST).publish(FIRST);
    folder.derive(FIRST);

    assertThat(folder.rows("trips", "started_at")).containsExactly("[2026-11-02 08:00:00.0]");
  }

  @Test
  void derivesADateAgainThatWasPublishedAgainSince() {
    arrived(FIRST, 10, drive(FIRST, "10:00", 30));
    folder.publish(FIRST);
    folder.derive(FIRST);
    arrived(FIRST, 14, drive(FIRST, "14:00", 30));
    arrived(SECOND, 8, drive(SECOND, "08:00", 30));
    folder.publish(FIRST, SECOND);

    RunReport report = folder.derive(SECOND);

    assertThat(report.warnings())
        .containsExactly("2026-11-01 is derived again: it was published again since.");
    assertThat(folder.rows("trips", "started_at")).hasSize(3);
  }

  @Test
  void saysWhatWasNotPublishedAndWhatWasNeverDerived() {
    assertThat(folder.derive(FIRST).warnings())
        .containsExactly("Nothing was published yet, so there is nothing to derive from.");
    arrived(FIRST, 10, drive(FIRST, "10:00", 30));
    folder.publish(FIRST);

    assertThat(folder.derive(THIRD).warnings())
        .containsExactly(
            "2026-11-03 was not published: there is nothing to derive from it.",
            "1 published dates before were never derived: run derive --from 2026-11-01 --to"
                + " 2026-11-01.");
  }

  @Test
  void repairsWhatARunLeftThatWasKilledBetweenItsTables() throws IOException {
    arrived(FIRST, 10, drive(FIRST, "10:00", 30));
    arrived(FIRST, 12, charge(FIRST, "12:00", 40));
    folder.publish(FIRST);
    folder.derive(FIRST);
    List<String> charges = folder.rows("charges", "*");
    assertThat(charges).hasSize(1);
    folder.rollBack("charges");

    assertThat(folder.derive(FIRST).tables())
        .extracting(RunReport.Commit::table)
        .containsExactly("charges");

    assertThat(folder.rows("charges", "*")).isEqualTo(charges);
    assertThat(folder.rows("trips", "*")).hasSize(1);
  }

  @Test
  void liesInBucketsOfOwnersToo() {
    folder.layout("4");
    arrived(SECOND, 12, drive(SECOND, "12:00", 60));
    folder.publish(SECOND);

    folder.derive(SECOND);

    assertThat(folder.rows("trips", "owner_partition RLIKE '^b000[0-3]$'"))
        .containsExactly("[true]", "[true]");
  }

  private long version() {
    return folder.tables("trips").history(1).head().<Long>getAs("version")
        + folder.tables("charges").history(1).head().<Long>getAs("version");
  }

  private void arrived(LocalDate date, int hour, List<String> lines) {
    folder.arrived(
        date, hour, "object-" + lines.hashCode() + ".jsonl", lines.toArray(String[]::new));
  }

  /** At 60 km/h, a reading a minute, from the gear to the parking gear. */
  private static List<String> drive(LocalDate date, String from, int minutes) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i <= minutes; i++) {
      String gear = i == 0 ? "D" : i == minutes ? "P" : null;
      lines.add(
          message(
              date,
              from,
              i,
              gear == null ? "" : item("Gear", "\"shiftStateValue\":\"ShiftState" + gear + "\""),
              item("VehicleSpeed", "\"doubleValue\":" + (gear == null ? 60 / 1.609344 : 0)),
              item("Odometer", "\"doubleValue\":" + (1_000 + i) / 1.609344)));
    }
    return lines;
  }

  private static List<String> charge(LocalDate date, String from, int minutes) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i <= minutes; i++) {
      String state = i == minutes ? "Complete" : "Charging";
      lines.add(
          message(
              date,
              from,
              i,
              item(
                  "DetailedChargeState",
                  "\"detailedChargeStateValue\":\"DetailedChargeState" + state + "\""),
              item("Soc", "\"doubleValue\":" + (40 + i))));
    }
    return lines;
  }

  private static String item(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":{" + value + "}}";
  }

  private static String message(LocalDate date, String from, int minutes, String... items) {
    String data =
        String.join(",", java.util.Arrays.stream(items).filter(item -> !item.isEmpty()).toList());
    return "{\"data\":[%s],\"createdAt\":\"%s:00Z\",\"vin\":\"%s\",\"isResend\":false}"
        .formatted(data, date.atTime(java.time.LocalTime.parse(from)).plusMinutes(minutes), VIN);
  }
}
