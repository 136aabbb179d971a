package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Month;
import dev.glovebox.delivery.page.VehicleGroups.Group;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Charts of sums a month. */
final class MonthCharts {

  private static final Map<String, Part> KINDS =
      Map.of(
          "ac", new Part("s0", Month::acKwh),
          "dc", new Part("s1", Month::dcKwh),
          "unknown", new Part("s5", Month::otherKwh),
          "home", new Part("s2", Month::homeKwh),
          "fast-charger", new Part("s1", Month::fastChargerKwh),
          "elsewhere", new Part("s5", Month::elsewhereKwh));

  private record Part(String cssClass, ToDoubleFunction<Month> of) {}

  private final Telling telling;
  private final List<Month> sums;
  private final List<YearMonth> months;

  MonthCharts(Telling telling) {
    this.telling = telling;
    this.sums = telling.facts().journal().months();
    this.months = MonthRange.of(sums.stream().map(Month::month).toList());
  }

  /** A part of every month, a bar a vehicle; empty where it is nothing throughout. */
  Optional<ChartView> byVehicle(String id, String unit, ToDoubleFunction<Month> part) {
    List<Series> series =
        VehicleGroups.of(telling).stream()
            .map(group -> series(group.name(), group.cssClass(), part, inGroup(group)))
            .filter(each -> each.highest() > 0)
            .toList();
    return chart(id, unit, series);
  }

  /** Energy charged every month, by kind; empty where nothing was charged. */
  Optional<ChartView> byKind(String id, List<String> kinds) {
    List<Series> series =
        kinds.stream()
            .map(kind -> series(kind, KINDS.get(kind)))
            .filter(each -> each.highest() > 0)
            .toList();
    return chart(id, "kWh", series);
  }

  private Optional<ChartView> chart(String id, String unit, List<Series> series) {
    if (series.isEmpty()) {
      return Optional.empty();
    }
    Axis axis = Axis.ofMonths(months, telling.figures());
    BarChart bars = new BarChart(axis, series, BarChart.Arrangement.STACKED, unit);
    String heading = telling.text("chart." + id);
    String svg =
        bars.draw(
            "chart-" + id, heading, MonthRange.description(telling, months), telling.figures());
    return Optional.of(
        new ChartView(
            id,
            heading,
            Telling.markup(svg),
            ChartView.keys(series),
            "",
            MonthRange.head(telling, series, unit),
            rows(series)));
  }

  private List<List<String>> rows(List<Series> series) {
    return IntStream.range(0, months.size())
        .mapToObj(i -> MonthRange.row(telling, months.get(i), series, i))
        .toList();
  }

  private Series series(String kind, Part part) {
    return series(telling.text("kind." + kind), part.cssClass(), part.of(), all -> true);
  }

  private Series series(
      String name, String cssClass, ToDoubleFunction<Month> part, Predicate<Month> of) {
    List<OptionalDouble> values =
        months.stream()
            .map(month -> sum(part, of.and(each -> each.month().equals(month))))
            .map(OptionalDouble::of)
            .toList();
    return new Series(name, cssClass, values);
  }

  private double sum(ToDoubleFunction<Month> part, Predicate<Month> of) {
    return sums.stream().filter(of).mapToDouble(part).sum();
  }

  private static Predicate<Month> inGroup(Group group) {
    return month -> group.has(month.vin());
  }
}
