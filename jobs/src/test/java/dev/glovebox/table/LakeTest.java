package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.glovebox.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 11, 2);
  private static final TableDefinition ALERTS = LakeTables.alerts();

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();
  private Lake lake;

  @BeforeEach
  void prepareLake() {
    lake = lake(new OwnerPartitions(8));
    lake.prepare(List.of(ALERTS));
  }

  @Test
  void makesATableWhereARunThatWasKilledLeftSomething() throws IOException {
    for (TableDefinition table : List.of(LakeTables.seen(), LakeTables.ledger())) {
      Path log = Files.createDirectories(folder.resolve(table.name()).resolve("_delta_log"));
      Files.writeString(log.resolve(".00000000000000000000.json.0.tmp"), "{\"commitInfo\"");
    }

    lake.prepare(List.of(LakeTables.seen(), LakeTables.ledger()));

    assertThat(lake.has(LakeTables.seen())).isTrue();
    assertThat(lake.read(LakeTables.ledger()).count()).isZero();
  }

  @Test
  void replacesOneBatchDateAndLeavesTheOthers() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a", "b"), "{}", 1);
    lake.replace(ALERTS, SECOND, alerts(SECOND, "c"), "{}", 2);
    lake.replace(ALERTS, FIRST, alerts(FIRST, "d"), "{}", 3);

    assertThat(names()).containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void replacesByNothing() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}", 4);
    lake.replace(ALERTS, FIRST, alerts(FIRST), "{}", 5);

    assertThat(names()).isEmpty();
  }

  @Test
  void commitsOncePerReplacement() {
    long before = lake.version(ALERTS);

    long after = lake.replace(ALERTS, FIRST, alerts(FIRST, "a", "b"), "{}", 6);

    assertThat(after).isEqualTo(before + 1);
  }

  @Test
  void refusesATurnThatIsTaken() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}", 2);

    assertThatThrownBy(() -> lake.replace(ALERTS, FIRST, alerts(FIRST, "b"), "{}", 2))
        .isInstanceOf(TurnTakenException.class)
        .hasMessageContaining("2026-11-01");
    assertThat(names()).containsExactly("a");
    assertThat(lake.turns(ALERTS)).containsExactly(entry(FIRST, 2L));
  }

  @RepeatedTest(5)
  void failsTheSecondOfTwoReplacementsOfADateAtOnce() {
    List<WrittenFile> one = alerts(FIRST, "one");
    List<WrittenFile> two = alerts(FIRST, "two");

    var first = CompletableFuture.supplyAsync(() -> lake.replace(ALERTS, FIRST, one, "{}", 1));
    var second = CompletableFuture.supplyAsync(() -> lake.replace(ALERTS, FIRST, two, "{}", 1));
    List<Throwable> failures =
        Stream.of(first, second)
            .map(run -> run.handle((version, failure) -> failure).join())
            .filter(Objects::nonNull)
            .toList();

    assertThat(failures)
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure).hasCauseInstanceOf(ConcurrentModificationException.class));
    assertThat(names()).hasSize(1);
  }

  @RepeatedTest(5)
  void letsReplacementsOfDifferentDatesPassEachOther() {
    List<WrittenFile> one = alerts(FIRST, "one");
    List<WrittenFile> two = alerts(SECOND, "two");

    var first = CompletableFuture.supplyAsync(() -> lake.replace(ALERTS, FIRST, one, "{}", 1));
    var second = CompletableFuture.supplyAsync(() -> lake.replace(ALERTS, SECOND, two, "{}", 1));
    first.join();
    second.join();

    assertThat(names()).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void keepsTheOtherDatesOfACompactedFile() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a", "b"), "{}", 1);
    lake.replace(ALERTS, SECOND, alerts(SECOND, "c"), "{}", 1);
    io.delta.tables.DeltaTable.forPath(spark, path()).optimize().executeCompaction();
    assertThat(lake.read(ALERTS).inputFiles()).hasSize(1);

    lake.replace(ALERTS, FIRST, alerts(FIRST, "d"), "{}", 2);

    assertThat(names()).containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void refusesAColumnOfAnotherType() {
    TableDefinition retyped =
        new TableDefinition(
            ALERTS.name(),
            ALERTS.contents(),
            ALERTS.description(),
            new org.apache.spark.sql.types.StructType().add("name", "long"),
            ALERTS.partitionColumns(),
            ALERTS.statisticsColumns());

    assertThatThrownBy(() -> lake.prepare(List.of(retyped)))
        .isInstanceOf(LayoutMismatchException.class)
        .hasMessageContaining("Column name of table alerts was made as string")
        .hasMessageContaining("bigint");
  }

  @Test
  void refusesRowsOfAnotherBatchDate() {
    assertThatThrownBy(() -> lake.replace(ALERTS, FIRST, alerts(SECOND, "a"), "{}", 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("batch_date");
    assertThat(names()).isEmpty();
  }

  @Test
  void refusesAnotherLayoutThanTheTableWasMadeWith() {
    Lake other = lake(OwnerPartitions.perOwner());

    assertThatThrownBy(() -> other.prepare(List.of(ALERTS)))
        .isInstanceOf(LayoutMismatchException.class)
        .hasMessageContaining("alerts")
        .hasMessageContaining("layout.owner-partitions: 8")
        .hasMessageContaining("per-owner");
  }

  @Test
  void addsColumnsThatAreNewInTheDefinition() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}", 8);
    TableDefinition wider =
        new TableDefinition(
            ALERTS.name(),
            ALERTS.contents(),
            ALERTS.description(),
            ALERTS.schema().add("severity", "string"),
            ALERTS.partitionColumns(),
            ALERTS.statisticsColumns());

    lake.prepare(List.of(wider));

    assertThat(lake.read(wider).schema().fieldNames()).contains("severity");
    assertThat(names()).containsExactly("a");
  }

  @Test
  void keepsCommentsLayoutAndContentsWithTheTable() {
    Dataset<Row> detail = spark.sql("DESCRIBE DETAIL delta.`" + path() + "`");

    assertThat(detail.select("partitionColumns").head().<String>getList(0))
        .containsExactly("event_month", "owner_partition");
    assertThat(detail.select("properties").head().<String, String>getJavaMap(0))
        .containsEntry(Lake.OWNER_PARTITIONS, "8")
        .containsEntry(Lake.CONTENTS, "owner-data");
    assertThat(lake.read(ALERTS).schema().apply("name").getComment().get())
        .isEqualTo("Name of the alert");
  }

  @Test
  void keepsStatisticsToTheColumnsThatMayHaveThem() throws IOException {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}", 9);

    try (Stream<Path> log = Files.list(Path.of(path(), "_delta_log"))) {
      List<String> added =
          log.filter(file -> file.toString().endsWith(".json"))
              .flatMap(LakeTest::lines)
              .filter(line -> line.startsWith("{\"add\""))
              .toList();
      assertThat(added)
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains("captured_at").doesNotContain("audiences"));
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Lake lake(OwnerPartitions partitions) {
    return new Lake(spark, folder.toUri().toString(), partitions);
  }

  private String path() {
    return folder.resolve("alerts").toString();
  }

  private List<String> names() {
    return lake.read(ALERTS).select("name").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private List<WrittenFile> alerts(LocalDate date, String... names) {
    return new Alerts(folder).written("b0001", date, names);
  }
}
