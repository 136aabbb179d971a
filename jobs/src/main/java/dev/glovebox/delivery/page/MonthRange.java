package dev.glovebox.delivery.page;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The months along an axis, and the tables beside such charts. */
final class MonthRange {

  /** Beyond so many, months without anything are left out. */
  private static final int LONGEST = 300;

  private MonthRange() {}

  /** Every month from the first of these to the last. */
  static List<YearMonth> of(List<YearMonth> months) {
    if (months.isEmpty()) {
      return List.of();
    }
    YearMonth first = Collections.min(months);
    long count = ChronoUnit.MONTHS.between(first, Collections.max(months)) + 1;
    return count > LONGEST
        ? List.copyOf(new TreeSet<>(months))
        : Stream.iterate(first, month -> month.plusMonths(1)).limit(count).toList();
  }

  static String description(Telling telling, List<YearMonth> months) {
    Figures figures = telling.figures();
    return telling.text(
        "chart.months", figures.month(months.get(0)), figures.month(months.get(months.size() - 1)));
  }

  static List<String> head(Telling telling, List<Series> series, String unit) {
    List<String> head = new ArrayList<>(List.of(telling.text("chart.month")));
    series.forEach(each -> head.add(telling.text("chart.column", each.name(), unit)));
    return head;
  }

  static List<String> row(Telling telling, YearMonth month, List<Series> series, int step) {
    List<String> row = new ArrayList<>(List.of(telling.figures().month(month)));
    series.forEach(each -> row.add(telling.figures().tenths(each.values().get(step))));
    return row;
  }
}
