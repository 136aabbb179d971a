package dev.glovebox.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @Test
  void isAYearOrAMonth() {
    Period month = Period.parse("2026-12");

    assertThat(month.firstDay()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(month.dayAfter()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(month.wholeYear()).isEqualTo(Period.parse("2026"));
    assertThat(month.yearBefore()).hasToString("2025-12");
    assertThat(Period.parse("2026").dayAfter()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(month.monthsOfYear()).hasSize(12).startsWith("2026-01").endsWith("2026-12");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "26", "2026-13", "2026-1", "2026-11-02", "2026 ", "../2026"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> Period.parse(text))
        .hasMessage(
            "A period is a year or a month. Provided value: " + text + "; write 2026 or 2026-11.");
  }
}
