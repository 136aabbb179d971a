package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeldDatesTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @Test
  void areThoseOfThePartitionWhateverIsTold() {
    WrittenFile file =
        new WrittenFile("seen", "batch_date=2026-11-01/x", List.of("2026-11-01"), 1, 1, 1, "{}");
    HeldDates dates = HeldDates.of(FileActions.added(LakeTables.seen(), file), "batch_date");

    assertThat(dates.isExactly(FIRST)).isTrue();
    assertThat(dates.mayHold(FIRST.plusDays(1))).isFalse();
  }

  @Test
  void areThoseThatTheStatisticsTell() {
    HeldDates dates = of(statistics("\"2026-11-01\"", "\"2026-11-03\"", "0"));

    assertThat(dates.mayHold(FIRST)).isTrue();
    assertThat(dates.mayHold(FIRST.plusDays(2))).isTrue();
    assertThat(dates.mayHold(FIRST.minusDays(1))).isFalse();
    assertThat(dates.mayHold(FIRST.plusDays(3))).isFalse();
    assertThat(dates.isExactly(FIRST)).isFalse();
    assertThat(of(statistics("\"2026-11-01\"", "\"2026-11-01\"", "0")).isExactly(FIRST)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "{}",
        "no json",
        "{\"minValues\":{\"batch_date\":\"2026-11-01\"},\"nullCount\":{\"batch_date\":0}}",
        "{\"minValues\":{\"batch_date\":1},\"maxValues\":{\"batch_date\":2}}"
      })
  void mayBeAnyWhereNothingIsTold(String statistics) {
    assertAny(of(statistics));
  }

  @Test
  void mayBeAnyWhereSomeAreNull() {
    assertAny(of(statistics("\"2026-11-01\"", "\"2026-11-01\"", "1")));
    assertAny(of(statistics("\"2026-11-01\"", "\"2026-11-01\"", "null")));
  }

  private static void assertAny(HeldDates dates) {
    assertThat(dates.mayHold(FIRST)).isTrue();
    assertThat(dates.mayHold(LocalDate.MAX)).isTrue();
    assertThat(dates.isExactly(FIRST)).isFalse();
  }

  private static String statistics(String first, String last, String nulls) {
    return """
        {"minValues":{"batch_date":%s},
         "maxValues":{"batch_date":%s},
         "nullCount":{"batch_date":%s}}
        """
        .formatted(first, last, nulls);
  }

  private static HeldDates of(String statistics) {
    WrittenFile file =
        new WrittenFile("alerts", "x", List.of("2026-11", "b0001"), 1, 1, 1, statistics);
    AddFile added = FileActions.added(LakeTables.alerts(), file);
    return HeldDates.of(added, "batch_date");
  }
}
