package dev.glovebox.delivery.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A horizontal axis of equal steps.
 *
 * @param labels below each step; an empty one where there is no room
 * @param years a second line below
 */
record Axis(List<String> labels, List<String> years) {

  private static final int ROOM = 13;
  private static final int ROOM_FOR_YEARS = 8;

  int steps() {
    return labels.size();
  }

  /** Steps that are all named. */
  static Axis of(List<String> labels) {
    return new Axis(labels, labels.stream().map(each -> "").toList());
  }

  /** Months: by name while there is room, by year where there are many. */
  static Axis ofMonths(List<YearMonth> months, Figures figures) {
    int apart = months.size() <= ROOM ? 1 : 3;
    boolean named = months.size() <= ROOM * 3;
    int yearsApart = 1 + months.size() / 12 / ROOM_FOR_YEARS;
    List<String> labels = new ArrayList<>();
    List<String> years = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i);
      boolean january = month.getMonthValue() == 1;
      boolean shown = named && (month.getMonthValue() - 1) % apart == 0;
      labels.add(shown ? figures.shortMonth(month) : "");
      boolean first = i == 0 && IntStream.of(1, 2, 3).noneMatch(next -> isJanuary(months, next));
      boolean dated = january && month.getYear() % yearsApart == 0;
      years.add(dated || first ? Integer.toString(month.getYear()) : "");
    }
    return new Axis(labels, years);
  }

  private static boolean isJanuary(List<YearMonth> months, int index) {
    return index < months.size() && months.get(index).getMonthValue() == 1;
  }
}
