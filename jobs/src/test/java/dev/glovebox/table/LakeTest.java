package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
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
  void replacesOneBatchDateAndLeavesTheOthers() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a", "b"), "{}");
    lake.replace(ALERTS, SECOND, alerts(SECOND, "c"), "{}");
    lake.replace(ALERTS, FIRST, alerts(FIRST, "d"), "{}");

    assertThat(names()).containsExactlyInAnyOrder("c", "d");
  }

  @Test
  void replacesByNothing() {
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}");
    lake.replace(ALERTS, FIRST, alerts(FIRST), "{}");

    assertThat(names()).isEmpty();
  }

  @Test
  void commitsOncePerReplacement() {
    long before = lake.version(ALERTS);

    long after = lake.replace(ALERTS, FIRST, alerts(FIRST, "a", "b"), "{}");

    assertThat(after).isEqualTo(before + 1);
  }

  @Test
  void refusesRowsOfAnotherBatchDate() {
    assertThatThrownBy(() -> lake.replace(ALERTS, FIRST, alerts(SECOND, "a"), "{}"))
        .hasStackTraceContaining("batch_date");
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
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}");
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
    lake.replace(ALERTS, FIRST, alerts(FIRST, "a"), "{}");

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

  private Dataset<Row> alerts(LocalDate date, String... names) {
    List<Row> rows =
        Stream.of(names)
            .map(
                name ->
                    org.apache.spark.sql.RowFactory.create(
                        "owner-1",
                        "VIN1",
                        java.sql.Timestamp.valueOf(date.atStartOfDay()),
                        java.sql.Date.valueOf(date),
                        name,
                        null,
                        null,
                        List.of("Customer"),
                        "2026-11",
                        "b0001"))
            .toList();
    return spark.createDataFrame(rows, ALERTS.schema());
  }
}
