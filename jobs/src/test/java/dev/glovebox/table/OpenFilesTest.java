package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import dev.glovebox.table.TableDefinition.Contents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenFilesTest {

  private static final List<String> ODD_OWNERS =
      List.of(
          "a/b",
          "a b",
          "100%",
          "a%2Fb",
          "k=v",
          "urn:x:1",
          "车主",
          "\uD83D\uDE97",
          "a\\b",
          "it's",
          "\"q\"",
          "#1?",
          "[x]{y}",
          "..",
          " padded ",
          "+1",
          "a\tb");
  private static final StructType SCHEMA =
      new StructType().add("name", DataTypes.StringType).add("owner", DataTypes.StringType);
  private static final TableDefinition OURS = table("ours");
  private static final TableDefinition THEIRS = table("theirs");

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();
  private Lake lake;

  @BeforeEach
  void prepareLake() {
    lake = new Lake(spark, folder.toUri().toString(), OwnerPartitions.perOwner());
    lake.prepare(List.of(OURS, THEIRS));
  }

  @Test
  void layTheFilesOfOddPartitionsWhereDeltaDoes() {
    List<Row> rows =
        ODD_OWNERS.stream().map(owner -> RowFactory.create("of " + owner, owner)).toList();
    lake.append(OURS, written(ODD_OWNERS), "{}");
    spark
        .createDataFrame(rows, SCHEMA)
        .write()
        .format("delta")
        .mode("append")
        .partitionBy("owner")
        .save(path(THEIRS));

    assertThat(folders(OURS)).containsExactlyInAnyOrderElementsOf(folders(THEIRS));
    assertThat(lake.read(OURS).collectAsList()).containsExactlyInAnyOrderElementsOf(rows);
    for (String owner : ODD_OWNERS) {
      assertThat(
              lake.read(OURS)
                  .filter(functions.col("owner").equalTo(owner))
                  .select("name")
                  .collectAsList())
          .as(owner)
          .extracting(row -> row.getString(0))
          .containsExactly("of " + owner);
    }
  }

  @Test
  void giveOneFileAPartitionToRowsInOrder() {
    assertThat(written(List.of("a", "a", "b", "b", "b")))
        .extracting(WrittenFile::partition, WrittenFile::rows)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(List.of("a"), 2L),
            org.assertj.core.groups.Tuple.tuple(List.of("b"), 3L));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, Dictionaries.ROWS, 2 * Dictionaries.ROWS + 1})
  void keepDecimalsWhetherTheyRepeatOrNot(int rows) {
    TableDefinition decimals =
        new TableDefinition(
            "decimals",
            Contents.COUNTS,
            "Of a test",
            new StructType().add("odd", DataTypes.DoubleType).add("few", DataTypes.DoubleType),
            List.of(),
            List.of());
    lake.prepare(List.of(decimals));
    OpenFiles files = lake.writing(List.of(decimals)).open(0);
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Double few = i % 3 == 0 ? null : i % 5 + 0.5;
      all.add(RowFactory.create(Math.sqrt(i), few));
      files.write(0, List.of(), new GenericInternalRow(new Object[] {Math.sqrt(i), few}));
    }
    List<WrittenFile> written = files.finish();
    lake.append(decimals, written, "{}");

    assertThat(written).hasSize(1).allMatch(file -> file.rows() == rows);
    assertThat(lake.read(decimals).collectAsList()).containsExactlyElementsOf(all);
  }

  @Test
  void tellTheSizeThatIsStored() throws IOException {
    WrittenFile file = written(List.of("a")).get(0);

    assertThat(Files.size(folder.resolve("ours").resolve(file.path()))).isEqualTo(file.bytes());
  }

  @Test
  void areGoneWhenTheyAreAbandoned() throws IOException {
    OpenFiles files = lake.writing(List.of(OURS, THEIRS)).open(3);
    ODD_OWNERS.forEach(owner -> write(files, 0, owner));
    write(files, 1, "a");
    assertThat(stored()).isNotEmpty();

    files.abandon();

    assertThat(stored()).isEmpty();
  }

  @Test
  void areGoneWhenTheyAreAbandonedAfterTheEnd() throws IOException {
    OpenFiles files = lake.writing(List.of(OURS)).open(3);
    ODD_OWNERS.forEach(owner -> write(files, 0, owner));
    files.finish();
    assertThat(stored()).isNotEmpty();

    files.abandon();

    assertThat(stored()).isEmpty();
  }

  @Test
  void areGoneWhenTheyAreDiscarded() throws IOException {
    List<WrittenFile> files = written(ODD_OWNERS);
    assertThat(stored()).isNotEmpty();

    lake.discard(files);
    lake.discard(files);

    assertThat(stored()).isEmpty();
  }

  @Test
  void leaveNothingWhereARowCannotBeWritten() throws IOException {
    TableDefinition ledger = LakeTables.ledger();
    Row good =
        RowFactory.create(
            "run", java.sql.Date.valueOf(LocalDate.EPOCH), "alerts", "released", null, 1L, 1L);
    Row bad =
        RowFactory.create(
            "run", java.sql.Date.valueOf(LocalDate.EPOCH), "alerts", "released", null, "1", 1L);

    assertThatThrownBy(() -> lake.write(ledger, List.of(good, bad)))
        .isInstanceOf(RuntimeException.class);

    assertThat(stored()).isEmpty();
  }

  @Test
  void leaveNothingWhereTheWriterBreaks() throws IOException {
    OpenFiles files = lake.writing(List.of(OURS)).open(0);
    write(files, 0, "a");
    write(files, 0, "b");
    var noText = new GenericInternalRow(new Object[] {5});

    assertThatThrownBy(() -> files.write(0, List.of("b"), noText))
        .isInstanceOf(ClassCastException.class);
    files.abandon();

    assertThat(stored()).isEmpty();
  }

  @Test
  void leaveNothingWhereAFileCannotBeEnded() throws IOException {
    OpenFiles files = lake.writing(List.of(OURS)).open(0);
    write(files, 0, "a");
    write(files, 0, "b");
    try (Stream<Path> all = Files.walk(folder.resolve("ours/owner=b"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }

    assertThatThrownBy(files::finish).isInstanceOf(java.io.UncheckedIOException.class);
    files.abandon();

    assertThat(stored()).isEmpty();
  }

  @Test
  void areOfTablesThatHaveNoPartitionWhenFewRowsAreWritten() {
    assertThatThrownBy(() -> lake.write(OURS, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ours is partitioned");
  }

  private List<WrittenFile> written(List<String> owners) {
    OpenFiles files = lake.writing(List.of(OURS)).open(0);
    owners.forEach(owner -> write(files, 0, owner));
    return files.finish();
  }

  private static void write(OpenFiles files, int table, String owner) {
    Row row = RowFactory.create("of " + owner);
    files.write(table, List.of(owner), EngineRows.internal(row, OURS.dataSchema()));
  }

  private List<String> folders(TableDefinition table) {
    List<String> folders = new ArrayList<>();
    for (AddFile file :
        DeltaLog.forTable(spark, path(table))
            .update(false, scala.Option.empty(), scala.Option.empty())
            .allFiles()
            .collectAsList()) {
      folders.add(file.path().substring(0, file.path().lastIndexOf('/')));
    }
    return folders;
  }

  /** Every file below the tables but their logs, hidden ones too. */
  private List<Path> stored() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("_delta_log"))
          .toList();
    }
  }

  private String path(TableDefinition table) {
    return folder.resolve(table.name()).toString();
  }

  private static TableDefinition table(String name) {
    return new TableDefinition(
        name, Contents.COUNTS, "A row", SCHEMA, List.of("owner"), List.of("name"));
  }
}
