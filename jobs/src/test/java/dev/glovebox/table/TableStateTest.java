package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** Against the log, replayed. */
class TableStateTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate ABSENT = FIRST.minusDays(9);

  /** Delta keeps the files of a table beside a commit up to so many. */
  private static final int MOST_FILES_KEPT = 50;

  @TempDir Path folder;

  private Alerts alerts;

  @BeforeEach
  void fillTable() {
    alerts = new Alerts(folder);
    alerts.replace(FIRST, 3, "a", "b");
    alerts.replace(SECOND, 5, "c");
  }

  @Test
  void agreesWithTheLogWhereDeltaKeepsItsFiles() {
    assertThat(alerts.snapshot().checksumOpt().get().allFiles().isDefined()).isTrue();

    assertAgrees(alerts.snapshot());
  }

  @Test
  void agreesWithTheLogWithoutChecksums() throws IOException {
    dropChecksums();
    assertThat(alerts.snapshot().checksumOpt().isEmpty()).isTrue();

    assertAgrees(alerts.snapshot());
  }

  @Test
  void agreesWithTheLogOfATableOfManyFiles() {
    fillMany();
    Snapshot snapshot = alerts.snapshot();
    assertThat(snapshot.numOfFiles()).isGreaterThan(MOST_FILES_KEPT);
    assertThat(snapshot.checksumOpt().get().allFiles().isEmpty()).isTrue();

    assertAgrees(snapshot);
  }

  @Test
  void readsNoFileOfAnotherDateAmongMany() {
    fillMany();

    assertThat(new TableState(alerts.snapshot()).filesThatMayHold(ofDate(SECOND))).hasSize(1);
    assertThat(new TableState(alerts.snapshot()).filesThatMayHold(ofDate(ABSENT))).isEmpty();
  }

  @Test
  void agreesWithTheLogAfterACompaction() throws IOException {
    alerts.compact();
    assertThat(alerts.snapshot().numOfFiles()).isEqualTo(1);

    assertAgrees(alerts.snapshot());
    AddFile mixed = new TableState(alerts.snapshot()).filesThatMayHold(ofDate(FIRST)).get(0);
    HeldDates dates = HeldDates.of(mixed, "batch_date");
    assertThat(dates).isEqualTo(new HeldDates(FIRST, SECOND));
    dropChecksums();
    assertAgrees(alerts.snapshot());
  }

  @Test
  void replacesADateOfManyFilesWithoutChecksums() throws IOException {
    fillMany();
    dropChecksums();

    alerts.replace(SECOND, 6, "d");
    alerts.replace(FIRST, 5);

    assertThat(alerts.names()).containsExactly("d");
    assertThat(alerts.lake().turns(Alerts.TABLE)).isEqualTo(Map.of(FIRST, 5L, SECOND, 6L));
  }

  private void assertAgrees(Snapshot snapshot) {
    TableState state = new TableState(snapshot);
    Map<String, Long> versions = new HashMap<>();
    CollectionConverters.asJava(snapshot.transactions())
        .forEach((name, version) -> versions.put(name, (Long) version));
    assertThat(versions).hasSize(2);
    assertThat(state.transactions()).isEqualTo(versions);
    List<AddFile> replayed = snapshot.allFiles().collectAsList();
    for (LocalDate date : List.of(FIRST, SECOND, ABSENT)) {
      assertThat(pathsHolding(date, state.filesThatMayHold(ofDate(date))))
          .containsExactlyInAnyOrderElementsOf(pathsHolding(date, replayed));
    }
    assertListsAll(state, replayed);
  }

  private static void assertListsAll(TableState state, List<AddFile> replayed) {
    List<String> paths = replayed.stream().map(AddFile::path).toList();
    List<String> listed = new ArrayList<>();
    state.files().forEachRemaining(file -> listed.add(file.path()));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(paths);
    assertThat(state.filesOfMonth("2026-11").stream().map(AddFile::path))
        .containsExactlyInAnyOrderElementsOf(paths);
    assertThat(state.filesOfMonth("2026-10")).isEmpty();
    assertThat(state.valuesOf("event_month")).containsExactly("2026-11");
    assertThat(state.extent())
        .isEqualTo(new Lake.Extent(paths.size(), replayed.stream().mapToLong(AddFile::size).sum()));
  }

  private static List<String> pathsHolding(LocalDate date, List<AddFile> files) {
    return files.stream()
        .filter(file -> HeldDates.of(file, "batch_date").mayHold(date))
        .map(AddFile::path)
        .toList();
  }

  private void fillMany() {
    List<WrittenFile> many = new ArrayList<>();
    for (int i = 0; i <= MOST_FILES_KEPT; i++) {
      many.addAll(alerts.written("b%04d".formatted(i), FIRST, "a" + i));
    }
    alerts.lake().replace(Alerts.TABLE, FIRST, many, "{}", 4);
  }

  private void dropChecksums() throws IOException {
    try (Stream<Path> log = Files.list(alerts.path().resolve("_delta_log"))) {
      for (Path file : log.filter(each -> each.toString().endsWith(".crc")).toList()) {
        Files.delete(file);
      }
    }
    DeltaLog.clearCache();
  }

  private Expression ofDate(LocalDate date) {
    Expression column = DataTypeUtils.toAttribute(alerts.snapshot().schema().apply("batch_date"));
    int day = Math.toIntExact(Date.valueOf(date).toLocalDate().toEpochDay());
    return new EqualTo(column, new Literal(day, DataTypes.DateType));
  }
}
