package dev.glovebox.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private static final WorkingDays CHINA = WorkingDays.packaged();

  @ParameterizedTest
  @CsvSource({
    // Spring Festival 2026: Saturday 14 is worked, 15 to 23 is not, Saturday 28 is worked.
    "2026-02-12, 1, 2026-02-13",
    "2026-02-13, 1, 2026-02-14",
    "2026-02-13, 2, 2026-02-24",
    "2026-02-12, 10, 2026-03-04",
    "2026-02-27, 1, 2026-02-28",
    "2026-02-28, 1, 2026-03-02",
    // National Day 2025 with Mid-Autumn: 1 to 8, Sunday 28 September and Saturday 11 are worked.
    "2025-09-26, 1, 2025-09-28",
    "2025-09-30, 1, 2025-10-09",
    "2025-09-30, 3, 2025-10-11",
    "2025-09-30, 4, 2025-10-13",
    // An ordinary weekend, and a deadline over the new year.
    "2026-11-06, 1, 2026-11-09",
    "2025-12-31, 1, 2026-01-04",
  })
  void countsHolidaysAndMakeUpDays(LocalDate day, int count, LocalDate last) {
    assertThat(CHINA.after(day, count)).isEqualTo(last);
  }

  @Test
  void countsMondayToFridayOfAYearThatItDoesNotKnow() {
    assertThat(CHINA.after(LocalDate.of(2030, 9, 30), 4)).isEqualTo(LocalDate.of(2030, 10, 4));
    assertThat(CHINA.unknownYears(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 14)))
        .containsExactly(2027);
    assertThat(CHINA.unknownYears(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1))).isEmpty();
  }

  @Test
  void countsFromTheDayOfTheZone() {
    Deadlines deadlines =
        new Deadlines(CHINA, ZoneId.of("Asia/Shanghai"), Map.of(Request.Kind.EXPORT, 1));

    assertThat(deadlines.dueOn(Request.Kind.EXPORT, Instant.parse("2026-11-03T15:59:59Z")))
        .isEqualTo(LocalDate.of(2026, 11, 4));
    assertThat(deadlines.dueOn(Request.Kind.EXPORT, Instant.parse("2026-11-03T16:00:00Z")))
        .isEqualTo(LocalDate.of(2026, 11, 5));
  }

  @Test
  void readsAnotherCalendar() {
    WorkingDays calendar =
        WorkingDays.parse(
            "years: {2027: {basis: b, holidays: [{from: 2027-02-08, to: 2027-02-09}, 2027-02-10],"
                + " make-up-days: [2027-02-06]}}");

    assertThat(calendar.after(LocalDate.of(2027, 2, 5), 2)).isEqualTo(LocalDate.of(2027, 2, 11));
    assertThat(calendar.unknownYears(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "years: []",
        "year: {}",
        "years: {2027: {}}",
        "years: {27: {holidays: [], make-up-days: []}}",
        "years: {2027: {holidays: []}}",
        "years: {2027: {holidays: [], make-up-days: [], weekends: []}}",
        "years: {2027: {holidays: [2026-02-08], make-up-days: []}}",
        "years: {2027: {holidays: [2027-02-30], make-up-days: []}}",
        "years: {2027: {holidays: [{from: 2027-02-08}], make-up-days: []}}",
        "years: {2027: {holidays: [{from: 2027-02-08, to: 2027-02-07}], make-up-days: []}}",
        "years: {2027: {holidays: [{from: 2027-02-08, to: 2027-12-07}], make-up-days: []}}",
        "years: {2027: {holidays: [], make-up-days: []}, 2027: {holidays: [], make-up-days: []}}",
      })
  void refusesWhatIsNoCalendar(String yaml) {
    assertThatThrownBy(() -> WorkingDays.parse(yaml))
        .isInstanceOf(WorkingDaysException.class)
        .hasMessageStartingWith("The calendar of working days cannot be used.");
  }
}
