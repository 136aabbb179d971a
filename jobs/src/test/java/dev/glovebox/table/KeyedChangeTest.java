package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyedChangeTest {

  /** The column that is true for a row that is to go. */
  private static final String GONE = "gone";

  private static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.StringType)
          .add("state", DataTypes.StringType)
          .add("part", DataTypes.StringType);
  private static final TableDefinition TABLE =
      new TableDefinition(
          "keyed",
          TableDefinition.Contents.COUNTS,
          "A row with a key",
          SCHEMA,
          List.of("part"),
          List.of("id"));

  @TempDir Path temporary;

  private final SparkSession spark = SharedSpark.session();
  private Lake lake;

  @BeforeEach
  void makeTable() {
    lake = new Lake(spark, "file:" + temporary, OwnerPartitions.perOwner());
    lake.prepare(List.of(TABLE));
  }

  @Test
  void putsRowsInPlaceOfThoseOfTheSameKey() {
    merge(row("a", "open", "1", false), row("b", "open", "1", false), row("c", "open", "2", false));
    Set<String> files = files();

    merge(row("a", "done", "1", false), row("b", null, "1", true), row("d", "open", "1", false));

    assertThat(rows()).containsExactly("[a,done,1]", "[c,open,2]", "[d,open,1]");
    assertThat(files()).as("the file of the other partition stays").containsAnyElementsOf(files);
  }

  @Test
  void commitsNothingWhereThereIsNothingToDo() {
    long version = lake.version(TABLE);

    merge(row("x", null, "1", true));

    assertThat(lake.version(TABLE)).isEqualTo(version);
  }

  @Test
  void failsTheSecondOfTwoChangesAtOnce() {
    merge(row("a", "open", "1", false));
    KeyedChange first = begin();
    KeyedChange second = begin();
    for (KeyedChange change : List.of(first, second)) {
      change.replace(
          change.rows().filter("false"), given(row("b", "open", "1", false)).drop("gone"));
    }
    assertThat(first.commit("{}")).isPresent();

    assertThatThrownBy(() -> second.commit("{}"))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(rows()).containsExactly("[a,open,1]", "[b,open,1]");
  }

  @Test
  void keepsNumbersWithItsCommit() {
    KeyedChange change = begin();
    change.note("seen.2026-11-01", 3);
    change.commit("{}");

    assertThat(begin().noted("seen.")).containsEntry("2026-11-01", 3L).hasSize(1);
  }

  private void merge(Row... rows) {
    KeyedChange change = begin();
    Dataset<Row> given = given(rows);
    change.replace(
        change.rows().join(given.select("id"), ScalaSeq.of(List.of("id")), "left_semi"),
        given.filter(functions.not(functions.col(GONE))).drop(GONE));
    change.commit("{}");
  }

  private KeyedChange begin() {
    return KeyedChange.begin(spark, lake, TABLE, "id");
  }

  private Dataset<Row> given(Row... rows) {
    return spark.createDataFrame(Arrays.asList(rows), SCHEMA.add(GONE, DataTypes.BooleanType));
  }

  private static Row row(Object... cells) {
    return RowFactory.create(cells);
  }

  private List<String> rows() {
    return lake.read(TABLE).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private Set<String> files() {
    return Set.of(lake.read(TABLE).inputFiles());
  }
}
