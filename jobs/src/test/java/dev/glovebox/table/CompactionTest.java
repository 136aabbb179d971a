package dev.glovebox.table;

import static dev.glovebox.table.AlertRows.ALERTS;
import static dev.glovebox.table.AlertRows.BUCKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SameRows;
import dev.glovebox.SharedSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 2);
  private static final LocalDate THIRD = LocalDate.of(2026, 10, 3);
  private static final LocalDate NEXT_MONTH = LocalDate.of(2026, 11, 1);
  private static final String MONTH = "2026-10";

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();
  private Lake lake;
  private Compaction compaction;

  @BeforeEach
  void prepareLake() {
    lake = lakeAt(folder.toUri().toString());
    lake.prepare(List.of(ALERTS));
    compaction = new Compaction(lake, ALERTS);
  }

  @Test
  void keepsEveryRowInFewerFiles() {
    replace(FIRST, "owner-1", "owner-2", "owner-3");
    replace(SECOND, "owner-3", "owner-2", "owner-1");
    replace(NEXT_MONTH, "owner-1");
    List<Row> before = lake.read(ALERTS).collectAsList();
    int files = files(MONTH).length;

    assertThat(compaction.compact(MONTH, "{}")).isTrue();

    SameRows.assertSame(
        spark.createDataFrame(before, ALERTS.schema()),
        spark.createDataFrame(lake.read(ALERTS).collectAsList(), ALERTS.schema()));
    assertThat(files(MONTH)).hasSizeLessThan(files).hasSize(partitions(MONTH));
    assertThat(files("2026-11")).hasSize(1);
  }

  @Test
  void putsRowsInTheOrderOfOwnersAndTime() {
    replace(SECOND, "owner-2", "owner-1");
    replace(FIRST, "owner-1", "owner-2");

    compaction.compact(MONTH, "{}");

    for (String file : files(MONTH)) {
      List<String> rows =
          spark.read().parquet(file).select("owner_id", "captured_at").collectAsList().stream()
              .map(row -> row.getString(0) + " " + row.getTimestamp(1).toInstant())
              .toList();
      assertThat(rows).isSorted();
    }
  }

  @Test
  void keepsAnOwnerTogetherWhereAPartitionIsLarge() {
    List<String> owners = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      owners.add("owner-" + i);
    }
    replace(FIRST, owners.toArray(String[]::new));
    replace(SECOND, owners.toArray(String[]::new));
    Dataset<Row> before = spark.createDataFrame(lake.read(ALERTS).collectAsList(), ALERTS.schema());

    new Compaction(lake, ALERTS, 2_000).compact(MONTH, "{}");

    Map<String, String> fileOf = new HashMap<>();
    lake.read(ALERTS)
        .selectExpr("owner_id", "input_file_name()")
        .distinct()
        .collectAsList()
        .forEach(row -> assertThat(fileOf.put(row.getString(0), row.getString(1))).isNull());
    assertThat(fileOf).hasSize(200);
    assertThat(files(MONTH).length).isGreaterThan(partitions(MONTH));
    SameRows.assertSame(
        before, spark.createDataFrame(lake.read(ALERTS).collectAsList(), ALERTS.schema()));
  }

  @Test
  void leavesAloneWhatIsInOrder() {
    replace(FIRST, "owner-1", "owner-2");
    replace(SECOND, "owner-1");
    compaction.compact(MONTH, "{}");
    long version = lake.version(ALERTS);

    assertThat(compaction.compact(MONTH, "{}")).isFalse();

    assertThat(lake.version(ALERTS)).isEqualTo(version);
  }

  @Test
  void leavesAPartitionOfOneFileAsItWasPublished() {
    replace(FIRST, "owner-1", "owner-2");

    assertThat(compaction.compact(MONTH, "{}")).isFalse();
  }

  @Test
  void dividesAFileThatIsTooLargeAlone() {
    replace(FIRST, "owner-1");
    Compaction small = new Compaction(lake, ALERTS, 100);

    assertThat(small.compact(MONTH, "{}")).isTrue();
    assertThat(small.compact(MONTH, "{}")).isFalse();
  }

  @Test
  void writesNoColumnThatNoFileFills() {
    replace(FIRST, "owner-1");
    replace(SECOND, "owner-1");

    compaction.compact(MONTH, "{}");

    assertThat(spark.read().parquet(files(MONTH)[0]).columns())
        .containsExactly("owner_id", "vin", "captured_at", "batch_date", "name", "audiences");
  }

  @Test
  void touchesOnlyThePartitionsThatLateDataCameInto() {
    replace(FIRST, "owner-1", "owner-2", "owner-3", "owner-4");
    compaction.compact(MONTH, "{}");
    List<String> before = List.of(files(MONTH));
    replace(SECOND, "owner-1");

    compaction.compact(MONTH, "{}");

    assertThat(files(MONTH)).hasSize(partitions(MONTH));
    List<String> kept = new ArrayList<>(List.of(files(MONTH)));
    kept.retainAll(before);
    assertThat(kept).hasSize(before.size() - 1);
  }

  @Test
  void saysThatNoRowChanged() {
    replace(FIRST, "owner-1", "owner-2");
    replace(SECOND, "owner-1", "owner-2");

    compaction.compact(MONTH, "{}");

    List<Row> changes =
        spark
            .read()
            .json(folder.resolve("alerts/_delta_log/*" + lake.version(ALERTS) + ".json").toString())
            .selectExpr("coalesce(add.dataChange, remove.dataChange) AS changed")
            .filter("changed IS NOT NULL")
            .distinct()
            .collectAsList();
    assertThat(changes).singleElement().satisfies(row -> assertThat(row.getBoolean(0)).isFalse());
  }

  @Test
  void replacesADateOutOfACompactedFile() {
    replace(FIRST, "owner-1", "owner-2");
    replace(SECOND, "owner-1");
    compaction.compact(MONTH, "{}");

    lake.replace(ALERTS, FIRST, rows(FIRST, "again", "owner-2"), "{}", 9);

    assertThat(names()).containsExactlyInAnyOrder("2026-10-02", "again");
    compaction.compact(MONTH, "{}");
    assertThat(names()).containsExactlyInAnyOrder("2026-10-02", "again");
  }

  @Test
  void failsWhereAReplacementWasFirst() {
    replace(FIRST, "owner-1");
    replace(SECOND, "owner-1");
    Rewrite prepared = compaction.prepared(MONTH);

    lake.replace(ALERTS, FIRST, rows(FIRST, "again", "owner-1"), "{}", 9);

    assertThatThrownBy(() -> prepared.commit("{}"))
        .hasStackTraceContaining("ConcurrentDeleteDeleteException");
    assertThat(names()).containsExactlyInAnyOrder("2026-10-02", "again");
  }

  @RepeatedTest(5)
  void losesAndDoublesNothingBesideAReplacement() {
    replace(FIRST, "owner-1");
    replace(SECOND, "owner-1");
    List<WrittenFile> again = rows(FIRST, "again", "owner-1");

    var compacted = CompletableFuture.supplyAsync(() -> compaction.compact(MONTH, "{}"));
    var replaced = CompletableFuture.supplyAsync(() -> lake.replace(ALERTS, FIRST, again, "{}", 9));
    compacted.join();
    replaced.join();

    assertThat(names()).containsExactlyInAnyOrder("2026-10-02", "again");
  }

  @Test
  void isRefusedWhereAnotherCompactionWasFirst() {
    replace(FIRST, "owner-1");
    replace(SECOND, "owner-1");
    Rewrite prepared = compaction.prepared(MONTH);

    compaction.compact(MONTH, "{}");

    assertThatThrownBy(() -> prepared.commit("{}"))
        .hasStackTraceContaining("ConcurrentDeleteDeleteException");
    assertThat(names()).hasSize(2);
  }

  @Test
  void standsBesideADateThatIsNew() {
    replace(FIRST, "owner-1");
    replace(SECOND, "owner-1");
    Rewrite prepared = compaction.prepared(MONTH);

    replace(THIRD, "owner-1");
    prepared.commit("{}");

    assertThat(names()).containsExactlyInAnyOrder("2026-10-01", "2026-10-02", "2026-10-03");
  }

  private void replace(LocalDate date, String... owners) {
    lake.replace(ALERTS, date, rows(date, date.toString(), owners), "{}", 1);
  }

  private List<WrittenFile> rows(LocalDate date, String name, String... owners) {
    AlertRows rows = AlertRows.of(date);
    for (String owner : owners) {
      rows.with(owner, name);
    }
    return rows.in(lake);
  }

  private static Lake lakeAt(String location) {
    return new Lake(SharedSpark.session(), location, BUCKETS);
  }

  private String[] files(String month) {
    return lake.read(ALERTS).filter("event_month = '" + month + "'").inputFiles();
  }

  private int partitions(String month) {
    return (int)
        lake.read(ALERTS)
            .filter("event_month = '" + month + "'")
            .select("owner_partition")
            .distinct()
            .count();
  }

  private List<String> names() {
    return lake.read(ALERTS).select("name").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
