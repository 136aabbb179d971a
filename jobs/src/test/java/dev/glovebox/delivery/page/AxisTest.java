package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.request.Request.Language;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AxisTest {

  private static final Figures FIGURES =
      new Figures(Wording.in(Language.ENGLISH), PageFixtures.ZONE);

  @Test
  void namesEveryMonthOfAYear() {
    Axis axis = Axis.ofMonths(months(2025, 11, 12), FIGURES);
    assertThat(axis.labels()).startsWith("Nov", "Dec", "Jan").doesNotContain("");
    assertThat(axis.years()).filteredOn(year -> !year.isEmpty()).containsExactly("2026");
  }

  @Test
  void namesTheYearOfMonthsFarFromJanuary() {
    assertThat(Axis.ofMonths(months(2026, 5, 3), FIGURES).years()).containsExactly("2026", "", "");
  }

  @Test
  void namesQuartersOfThreeYears() {
    Axis axis = Axis.ofMonths(months(2024, 1, 36), FIGURES);
    assertThat(axis.labels()).startsWith("Jan", "", "", "Apr");
    assertThat(axis.years()).contains("2024", "2025", "2026");
  }

  @Test
  void namesFewYearsOfManyOnes() {
    Axis axis = Axis.ofMonths(months(2001, 1, 300), FIGURES);
    assertThat(axis.labels()).containsOnly("");
    assertThat(axis.years()).filteredOn(year -> !year.isEmpty()).hasSizeBetween(4, 9);
  }

  @Test
  void fillsMonthsWithoutAnything() {
    assertThat(MonthRange.of(List.of(YearMonth.of(2026, 3), YearMonth.of(2025, 12))))
        .containsExactlyElementsOf(months(2025, 12, 4));
  }

  @Test
  void leavesEmptyMonthsOutOfCenturies() {
    List<YearMonth> far = List.of(YearMonth.of(1970, 1), YearMonth.of(2026, 3));
    assertThat(MonthRange.of(far)).containsExactlyElementsOf(far);
  }

  private static List<YearMonth> months(int year, int month, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> YearMonth.of(year, month).plusMonths(i))
        .toList();
  }
}
