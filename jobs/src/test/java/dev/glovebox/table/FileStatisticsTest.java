package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.SharedSpark;
import dev.glovebox.table.TableDefinition.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what Delta itself writes of the same rows. */
class FileStatisticsTest {

  private static final StructType SCHEMA =
      new StructType()
          .add("text", DataTypes.StringType)
          .add("instant", DataTypes.TimestampType)
          .add("day", DataTypes.DateType)
          .add("secret", DataTypes.DoubleType);
  private static final String LAST_OF_ALL = "\uDBFF\uDFFF";

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();

  @Test
  void tellsOfOneRow() throws IOException {
    assertSameAsDelta(row("a", "2026-11-01T10:00:00.123456Z", "2026-11-01"));
  }

  @Test
  void tellsOfLongTexts() throws IOException {
    assertSameAsDelta(
        row("b".repeat(32), "2026-11-01T10:00:00Z", "2026-11-01"),
        row("b".repeat(31) + "车" + "c", "2026-11-01T10:00:00Z", "2026-11-01"),
        row("b".repeat(33), "2026-11-01T10:00:00Z", "2026-11-01"));
  }

  @Test
  void tellsOfLongTextsOfEveryWidth() throws IOException {
    for (String letter : List.of("é", "车", "\uFFFF", "\uD83D\uDE97", LAST_OF_ALL)) {
      assertSameAsDelta(
          row(letter.repeat(40), "2026-11-01T10:00:00Z", "2026-11-01"),
          row("a" + letter.repeat(40), "2026-11-01T10:00:00Z", "2026-11-01"));
    }
  }

  @Test
  void tellsOfNullsAndOfNothingElse() throws IOException {
    assertSameAsDelta(row(null, null, null), row(null, null, null));
    assertSameAsDelta(row(null, "2026-11-01T10:00:00Z", null), row("x", null, "2026-11-01"));
  }

  @Test
  void tellsOfInstantsToTheMillisecondAndOfTimesLongAgo() throws IOException {
    assertSameAsDelta(
        row("a", "1969-12-31T23:59:59.999999Z", "1969-12-31"),
        row("a", "1969-12-31T23:59:58.000001Z", "1969-01-01"),
        row("a", "1969-12-31T23:59:59.999Z", "1969-12-31"));
    assertSameAsDelta(
        row("a", "2026-11-01T10:00:00.000999Z", "1970-01-01"),
        row("a", "2026-11-01T10:00:00.000001Z", "9999-12-31"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42})
  void tellsOfGeneratedRows(long seed) throws IOException {
    Random random = new Random(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long micros = random.nextLong(-1_000_000_000_000_000L, 2_000_000_000_000_000L);
      String instant = Instant.EPOCH.plusNanos(micros * 1000).toString();
      String text = Integer.toString(random.nextInt(4), 36).repeat(1 + random.nextInt(50));
      String day = LocalDate.ofEpochDay(random.nextInt(-3000, 30_000)).toString();
      rows.add(row(random.nextInt(9) == 0 ? null : text, instant, day));
    }
    assertSameAsDelta(rows.toArray(Row[]::new));
  }

  @Test
  void keepsATextThatItsRowDoesNotKeep() {
    FileStatistics statistics = new FileStatistics(SCHEMA, List.of("text"));
    var unsafe = org.apache.spark.sql.catalyst.expressions.UnsafeProjection.create(SCHEMA);
    for (String text : List.of("bb", "aa", "cc", "bb")) {
      statistics.add(unsafe.apply(EngineRows.internal(row(text, null, null), SCHEMA)));
    }

    assertThat(statistics.toJson())
        .contains("\"minValues\":{\"text\":\"aa\"}", "\"maxValues\":{\"text\":\"cc\"}");
  }

  @Test
  void passesOverColumnsThatTheFileLacks() {
    FileStatistics statistics = new FileStatistics(SCHEMA, List.of("owner_id"));
    statistics.add(EngineRows.internal(row("a", null, null), SCHEMA));

    assertThat(statistics.toJson())
        .isEqualTo("{\"numRecords\":1,\"minValues\":{},\"maxValues\":{},\"nullCount\":{}}");
  }

  @Test
  void refusesAColumnOfWhichNoStatisticsAreKept() {
    assertThatThrownBy(() -> new FileStatistics(SCHEMA, List.of("secret")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Column secret")
        .hasMessageContaining("double");
  }

  private void assertSameAsDelta(Row... rows) throws IOException {
    FileStatistics ours = new FileStatistics(SCHEMA, List.of("text", "instant", "day"));
    for (Row row : rows) {
      ours.add(EngineRows.internal(row, SCHEMA));
    }
    assertThat(told(ours.toJson())).isEqualTo(told(ofDelta(List.of(rows))));
  }

  private String ofDelta(List<Row> rows) throws IOException {
    Path lake = java.nio.file.Files.createTempDirectory(folder, "lake");
    TableDefinition table =
        new TableDefinition(
            "theirs",
            Contents.COUNTS,
            "A row",
            SCHEMA,
            List.of(),
            List.of("text", "instant", "day"));
    new Lake(spark, lake.toUri().toString(), OwnerPartitions.perOwner()).prepare(List.of(table));
    String path = lake.resolve("theirs").toString();
    spark
        .createDataFrame(rows, SCHEMA)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .save(path);
    return DeltaLog.forTable(spark, path)
        .update(false, scala.Option.empty(), scala.Option.empty())
        .allFiles()
        .head()
        .stats();
  }

  private static List<JsonNode> told(String json) throws IOException {
    JsonNode statistics = new ObjectMapper().readTree(json);
    return List.of(
        statistics.path("numRecords"),
        statistics.path("minValues"),
        statistics.path("maxValues"),
        statistics.path("nullCount"));
  }

  private static Row row(String text, String instant, String day) {
    return RowFactory.create(
        text,
        instant == null ? null : Timestamp.from(Instant.parse(instant)),
        day == null ? null : Date.valueOf(day),
        1.5);
  }
}
