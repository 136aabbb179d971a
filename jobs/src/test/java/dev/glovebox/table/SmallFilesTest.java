package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesTest {

  private static final TableDefinition LEDGER = LakeTables.ledger();
  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate NEW = FIRST.minusDays(1);

  @TempDir Path folder;

  private Lake lake;
  private SmallFiles smallFiles;

  @BeforeEach
  void fillLedger() {
    lake = new Lake(SharedSpark.session(), folder.toUri().toString(), OwnerPartitions.perOwner());
    lake.prepare(List.of(LEDGER));
    List<WrittenFile> files = new ArrayList<>();
    for (int day = SmallFiles.MANY - 1; day >= 0; day--) {
      files.addAll(written(FIRST.plusDays(day), day));
    }
    lake.append(LEDGER, files, "{}");
    smallFiles = new SmallFiles(lake, LEDGER);
  }

  @Test
  void becomeOneInTheOrderOfTheirDates() {
    List<String> before = rows();

    assertThat(smallFiles.compact("{}")).isTrue();

    assertThat(rows()).isEqualTo(before).hasSize(SmallFiles.MANY);
    assertThat(lake.read(LEDGER).inputFiles()).hasSize(1);
    assertThat(lake.read(LEDGER).select("batch_date").collectAsList())
        .extracting(row -> row.getDate(0).toLocalDate())
        .isSorted();
  }

  @Test
  void areLeftAloneWhileTheyAreFew() {
    smallFiles.compact("{}");
    lake.replace(LEDGER, NEW, written(NEW, 1), "{}", 1);

    assertThat(smallFiles.compact("{}")).isFalse();
    assertThat(lake.read(LEDGER).inputFiles()).hasSize(2);
  }

  @Test
  void leaveABatchDateToBeReplaced() {
    smallFiles.compact("{}");

    lake.replace(LEDGER, FIRST, written(FIRST, 77), "{}", 1);

    assertThat(rows()).hasSize(SmallFiles.MANY).contains("2026-10-01 77", "2026-10-02 1");
  }

  @Test
  void losesToAReplacementThatWasFirst() {
    Rewrite prepared = smallFiles.prepared();

    lake.replace(LEDGER, FIRST, written(FIRST, 77), "{}", 1);

    assertThatThrownBy(() -> prepared.commit("{}"))
        .hasStackTraceContaining("ConcurrentDeleteDeleteException");
    assertThat(rows()).hasSize(SmallFiles.MANY).contains("2026-10-01 77");
  }

  @Test
  void makesAReplacementTryAgainThatWasSecond() {
    new Meanwhile(1, () -> smallFiles.compact("{}"))
        .during(() -> lake.replace(LEDGER, FIRST, written(FIRST, 77), "{}", 1));

    assertThat(rows()).hasSize(SmallFiles.MANY).contains("2026-10-01 77", "2026-10-02 1");
  }

  private List<WrittenFile> written(LocalDate date, long values) {
    Row row =
        RowFactory.create("run", Date.valueOf(date), "alerts", "released", null, values, values);
    return lake.write(LEDGER, List.of(row));
  }

  private List<String> rows() {
    return lake.read(LEDGER).select("batch_date", "values").collectAsList().stream()
        .map(row -> row.getDate(0) + " " + row.getLong(1))
        .sorted()
        .toList();
  }
}
