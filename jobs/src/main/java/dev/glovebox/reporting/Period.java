package dev.glovebox.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a report covers: a calendar year, or one month of it.
 *
 * @param month empty for the whole year
 */
public record Period(int year, Optional<YearMonth> month) {

  private static final Pattern FORM = Pattern.compile("(20\\d\\d|19\\d\\d)(-(0[1-9]|1[0-2]))?");

  /**
   * Reads {@code 2026} or {@code 2026-11}.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Period parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "A period is a year or a month. Provided value: " + text + "; write 2026 or 2026-11.");
    }
    int year = Integer.parseInt(form.group(1));
    return new Period(year, Optional.ofNullable(form.group(2)).map(month -> YearMonth.parse(text)));
  }

  /** The whole year that it lies in. */
  public Period wholeYear() {
    return new Period(year, Optional.empty());
  }

  /** The same stretch a year earlier. */
  public Period yearBefore() {
    return new Period(year - 1, month.map(each -> each.minusYears(1)));
  }

  /** The months of the year, {@code 2026-01} first. */
  public List<String> monthsOfYear() {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(each -> YearMonth.of(year, each).toString())
        .toList();
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return month.map(each -> each.atDay(1)).orElse(LocalDate.of(year, 1, 1));
  }

  /** The first day after it. */
  public LocalDate dayAfter() {
    return month.map(each -> each.plusMonths(1).atDay(1)).orElse(LocalDate.of(year + 1, 1, 1));
  }

  /** As it is written in file names and tables. */
  @Override
  public String toString() {
    return month.map(YearMonth::toString).orElse(Integer.toString(year));
  }
}
