package dev.glovebox.table;

import static dev.glovebox.table.AlertRows.ALERTS;
import static dev.glovebox.table.AlertRows.BUCKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

class SweepTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final Duration WEEK = Duration.ofDays(7);

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();
  private final Instant now = Instant.now();
  private Lake lake;

  @BeforeEach
  void prepareLake() {
    lake = lakeAt(folder.toUri().toString());
    lake.prepare(List.of(ALERTS));
    replace("a", 1);
  }

  @Test
  void deletesWhatAKilledRunLeftAndNothingFresh() throws IOException {
    Path old = orphan("old.parquet", now.minus(Duration.ofDays(8)));
    Path fresh = orphan("fresh.parquet", now.minus(Duration.ofDays(6)));

    assertThat(sweepAsOf(now)).isEqualTo(1);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(names()).containsExactly("a");
  }

  @Test
  void deletesACommitThatNeverGotItsName() throws IOException {
    Instant eightDaysAgo = now.minus(Duration.ofDays(8));
    Path left = half("_delta_log/.00000000000000000009.json.an-id.tmp", eightDaysAgo);
    Path checksum = half("_delta_log/..00000000000000000009.json.an-id.tmp.crc", eightDaysAgo);
    Path fresh = half("_delta_log/.00000000000000000009.json.another.tmp", now);

    sweepAsOf(now);

    assertThat(left).doesNotExist();
    assertThat(checksum).doesNotExist();
    assertThat(fresh).exists();
    assertThat(names()).containsExactly("a");
  }

  @Test
  void deletesDroppedFilesWhenTheirTimeIsOver() throws IOException {
    replace("b", 2);
    assertThat(sweepAsOf(now)).as("dropped just now").isZero();

    assertThat(sweepAsOf(now.plus(WEEK).plus(Duration.ofDays(1)))).isEqualTo(1);

    assertThat(dataFiles()).hasSize(1);
    assertThat(names()).containsExactly("b");
  }

  @Test
  void findsNothingTheSecondTime() {
    replace("b", 2);
    Instant later = now.plus(Duration.ofDays(30));
    sweepAsOf(later);
    long version = lake.version(ALERTS);

    assertThat(sweepAsOf(later)).isZero();
    assertThat(lake.version(ALERTS)).isEqualTo(version);
  }

  @Test
  void findsDroppedFilesAlsoWhereTheLogWasShortened() {
    replace("b", 2);
    sweepAsOf(now.plus(Duration.ofDays(30)));
    replace("c", 3);
    new ExpiredLog(spark, lake).shorten(ALERTS, now.plus(Duration.ofDays(30)));

    assertThat(sweepAsOf(now.plus(Duration.ofDays(60)))).isEqualTo(1);
    assertThat(names()).containsExactly("c");
  }

  @Test
  void failsTheWriterWhoseFilesItMayHaveDeleted() {
    List<WrittenFile> late = rows("late");

    assertThat(sweepAsOf(Instant.now().plus(Duration.ofDays(30)))).isEqualTo(1);

    assertThatThrownBy(() -> lake.replace(ALERTS, FIRST, late, "{}", 2))
        .isInstanceOf(SweptException.class);
    assertThat(names()).containsExactly("a");
    replace("again", 2);
    assertThat(names()).containsExactly("again");
  }

  @Test
  void keepsWhatIsWrittenAfterItBegan() throws IOException {
    orphan("abandoned.parquet", now.minus(Duration.ofMinutes(1)));
    Path written = orphan("written.parquet", now.plus(Duration.ofHours(1)));

    assertThat(sweepAsOf(now.plus(Duration.ofDays(30)))).isEqualTo(1);

    assertThat(written).exists();
  }

  @Test
  void failsAWriterThatCommitsFilesFromBeforeIt() {
    DeltaLog log = lake.log(ALERTS);
    SweepTurn.take(log, now.toEpochMilli());
    var transaction = log.startTransaction(Option.empty(), Option.empty());
    List<AddFile> files =
        CollectionConverters.asJava(
            transaction.snapshot().filesForScan(ScalaSeq.of(List.of()), false).files());
    AddFile older = files.get(0);
    assertThat(older.modificationTime()).isGreaterThan(now.toEpochMilli());
    SweepTurn.heed(transaction, files);

    SweepTurn.take(log, older.modificationTime() + 1);
    var later = log.startTransaction(Option.empty(), Option.empty());

    assertThatThrownBy(() -> SweepTurn.heed(later, files))
        .isInstanceOf(SweptException.class)
        .hasMessageContaining("run it again");
  }

  @Test
  void disturbsNoWriterWhereOnlyOldFilesGo() throws IOException {
    orphan("old.parquet", now.minus(Duration.ofDays(8)));
    List<WrittenFile> late = rows("late");
    assertThat(sweepAsOf(now)).isEqualTo(1);

    lake.replace(ALERTS, FIRST, late, "{}", 2);

    assertThat(names()).containsExactly("late");
  }

  @Test
  void deletesTheFolderOfAnOwnerOfWhomNothingIsLeft() throws IOException {
    Path owner = orphan("part.parquet", now.minus(Duration.ofDays(8))).getParent();
    half("part.parquet", now.minus(Duration.ofDays(8)));

    assertThat(sweepAsOf(now)).isEqualTo(2);

    assertThat(owner).doesNotExist();
    assertThat(dataFiles()).hasSize(1);
  }

  @Test
  void leavesAloneWhatIsNoDataOfTheTable() throws IOException {
    Path hidden = half("_notes/old.txt", now.minus(Duration.ofDays(8)));
    Path marker = orphan("_SUCCESS", now.minus(Duration.ofDays(8)));

    assertThat(sweepAsOf(now)).isZero();

    assertThat(hidden).exists();
    assertThat(marker).exists();
  }

  @Test
  void keepsWhatAWriterCommittedWhileItListed() {
    List<WrittenFile> late = rows("late");
    DeltaLog log = lake.log(ALERTS);
    Leftovers listed =
        Leftovers.listed(log, now.plus(WEEK).toEpochMilli()).except(lake.newest(ALERTS));
    assertThat(listed.count()).isEqualTo(1);

    lake.append(ALERTS, late, "{}");

    listed.exceptHeldBy(lake.newest(ALERTS));
    assertThat(listed.count()).isZero();
  }

  @Test
  void shortensTheLogBehindACheckpoint() throws IOException {
    for (int turn = 2; turn < 6; turn++) {
      replace("b" + turn, turn);
    }
    try (Stream<Path> commits = Files.list(folder.resolve("alerts/_delta_log"))) {
      for (Path commit : commits.toList()) {
        Files.setLastModifiedTime(commit, FileTime.from(now.minus(Duration.ofDays(20))));
      }
    }
    DeltaLog.clearCache();

    new ExpiredLog(spark, lake).shorten(ALERTS, now.minus(Duration.ofDays(21)));
    assertThat(commits()).as("nothing is older").hasSize(6);

    new ExpiredLog(spark, lake).shorten(ALERTS, now.minus(Duration.ofDays(10)));

    assertThat(commits()).hasSize(1);
    assertThat(names()).containsExactly("b5");
    assertThat(lake.turns(ALERTS)).containsEntry(FIRST, 5L);
    replace("c", 6);
    assertThat(names()).containsExactly("c");
  }

  @Test
  void makesATableRememberDroppedFilesForAsLongAsTheyAreKept() {
    ExpiredLog log = new ExpiredLog(spark, lake);
    long version = lake.version(ALERTS);
    log.rememberFor(ALERTS, WEEK);
    assertThat(lake.version(ALERTS)).as("Delta's own default").isEqualTo(version);

    log.rememberFor(ALERTS, Duration.ofDays(40));

    assertThat(
            spark
                .sql("DESCRIBE DETAIL delta.`" + folder.resolve("alerts") + "`")
                .select("properties")
                .head()
                .<String, String>getJavaMap(0))
        .containsEntry("delta.deletedFileRetentionDuration", "interval 3456000 seconds")
        .containsEntry("delta.logRetentionDuration", "interval 3542400 seconds");
  }

  private long sweepAsOf(Instant asOf) {
    return sweep(lake, asOf);
  }

  private static long sweep(Lake lake, Instant asOf) {
    return new Sweep(lake, asOf.minus(WEEK), Instant.now()).sweep(ALERTS);
  }

  private void replace(String name, long turn) {
    lake.replace(ALERTS, FIRST, rows(name), "{}", turn);
  }

  private List<WrittenFile> rows(String name) {
    return AlertRows.of(FIRST).with("owner-1", name).in(lake);
  }

  private static Lake lakeAt(String location) {
    return new Lake(SharedSpark.session(), location, BUCKETS);
  }

  private Path orphan(String name, Instant modified) throws IOException {
    return half("event_month=2026-10/owner_partition=b0001/" + name, modified);
  }

  private Path half(String name, Instant modified) throws IOException {
    Path file = folder.resolve("alerts/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "half a file");
    return Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private List<Path> dataFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("alerts"))) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .filter(file -> !file.toString().contains("_delta_log"))
          .toList();
    }
  }

  private List<Path> commits() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("alerts/_delta_log"))) {
      return files.filter(file -> file.getFileName().toString().matches("\\d+\\.json")).toList();
    }
  }

  private List<String> names() {
    return lake.read(ALERTS).select("name").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
