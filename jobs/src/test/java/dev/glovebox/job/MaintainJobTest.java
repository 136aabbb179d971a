package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static dev.glovebox.job.TwoDays.CLOSED;
import static dev.glovebox.job.TwoDays.PLACES;
import static dev.glovebox.job.TwoDays.assertBalance;
import static dev.glovebox.job.TwoDays.upkeep;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainJobTest {

  @TempDir Path temporary;

  private PublishedFolder folder;

  @BeforeEach
  void copyTwoDays() {
    folder = TwoDays.in(temporary);
  }

  @Test
  void doesNothingToALakeThatIsEmpty() {
    Path empty = temporary.resolve("empty");

    RunReport report = new PublishedFolder(empty).maintain(CLOSED);

    assertThat(report.upkeep()).isEmpty();
    assertThat(empty.resolve("lake")).doesNotExist();
  }

  @Test
  void compactsAMonthOnceItIsClosed() {
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
    List<String> before = folder.rows("telemetry", "*");
    folder.maintain(CLOSED);

    folder.publish(FIRST);
    assertThat(folder.rows("telemetry", "*")).isEqualTo(before);

    folder.emptied(FIRST).publish(FIRST);
    assertThat(folder.rows("telemetry", "batch_date")).containsOnly("[2026-11-02]").hasSize(4);
    assertBalance(folder);
  }

  @Test
  void leavesNoFileUnaccountedFor() throws IOException {
    folder.retention(PLACES);
    folder.publish(FIRST);
    Path orphan = temporary.resolve("lake/telemetry/event_month=2026-11/owner_partition=owner-1");
    Files.writeString(orphan.resolve("part-killed.zstd.parquet"), "half a file");
    Instant later = Instant.now().plus(Duration.ofDays(60));

    folder.maintain(later);

    assertThat(accountedFor()).isEqualTo(onDisk());
    assertBalance(folder);
  }

  @Test
  void saysThatItsTimeLiesAhead() {
    PublishedFolder empty = new PublishedFolder(temporary.resolve("empty"));
    Instant ahead = Instant.now().plus(Duration.ofDays(1));

    assertThat(empty.maintain(ahead).warnings()).singleElement().asString().contains("ahead");
    assertThat(empty.maintain(Instant.now().minus(Duration.ofDays(1))).warnings()).isEmpty();
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
