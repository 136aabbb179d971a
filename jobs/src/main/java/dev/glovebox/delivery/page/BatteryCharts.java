package dev.glovebox.delivery.page;

import dev.glovebox.delivery.drawing.Scale;
import dev.glovebox.delivery.page.Journal.BatteryMonth;
import dev.glovebox.delivery.page.VehicleGroups.Group;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Charts of the battery: how far full would reach, and how full it was, vehicle by vehicle. */
final class BatteryCharts {

  private final Telling telling;
  private final List<BatteryMonth> batteries;
  private final List<YearMonth> months;
  private final List<Group> alone;

  BatteryCharts(Telling telling) {
    this.telling = telling;
    this.batteries = telling.facts().journal().batteries();
    this.months = MonthRange.of(batteries.stream().map(BatteryMonth::month).toList());
    this.alone =
        VehicleGroups.of(telling).stream().filter(group -> group.vins().size() == 1).toList();
  }

  List<ChartView> charts() {
    List<ChartView> charts = new ArrayList<>();
    fullRange().ifPresent(charts::add);
    alone.stream().map(this::stateOfCharge).flatMap(Optional::stream).forEach(charts::add);
    return charts;
  }

  private Optional<ChartView> fullRange() {
    List<Series> series =
        alone.stream()
            .map(group -> series(group.name(), group, BatteryMonth::fullRangeKm))
            .filter(each -> each.highest() > 0)
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    String heading = telling.text("chart.range");
    LineChart lines = new LineChart(axis(), series, List.of(), around(series), "km");
    return Optional.of(view("range", heading, lines, series, "km", "chart.range.note"));
  }

  /** A range far from nothing is shown close up, so that a decline of a few percent is seen. */
  private static Scale around(List<Series> series) {
    DoubleStream known =
        series.stream()
            .flatMap(each -> each.values().stream())
            .flatMapToDouble(OptionalDouble::stream);
    double[] sorted = known.sorted().toArray();
    double highest = sorted[sorted.length - 1];
    return Scale.around(Math.min(sorted[0], highest * 0.8), highest);
  }

  private Optional<ChartView> stateOfCharge(Group group) {
    Series lowest = series("lowest", group, each -> OptionalDouble.of(each.lowestSocPercent()));
    Series mean = series("mean", group, each -> OptionalDouble.of(each.meanSocPercent()));
    Series highest = series("highest", group, each -> OptionalDouble.of(each.highestSocPercent()));
    if (mean.values().stream().allMatch(OptionalDouble::isEmpty)) {
      return Optional.empty();
    }
    String heading =
        telling.names().isOnlyOne()
            ? telling.text("chart.soc")
            : telling.text("chart.soc-of", group.name());
    List<Series> named =
        List.of(
            named("soc.lowest", lowest), named("soc.mean", mean), named("soc.highest", highest));
    LineChart chart =
        new LineChart(axis(), List.of(mean), List.of(lowest, highest), new Scale(0, 100, 25), "%");
    return Optional.of(
        view("soc-" + group.cssClass(), heading, chart, named, "%", "chart.soc.note"));
  }

  private Series named(String key, Series series) {
    return new Series(telling.text(key), series.cssClass(), series.values());
  }

  private Axis axis() {
    return Axis.ofMonths(months, telling.figures());
  }

  private ChartView view(
      String id, String heading, LineChart chart, List<Series> table, String unit, String note) {
    String description = MonthRange.description(telling, months);
    return new ChartView(
        id,
        heading,
        Telling.markup(chart.draw("chart-" + id, heading, description, telling.figures())),
        ChartView.keys(chart.series()),
        telling.text(note),
        MonthRange.head(telling, table, unit),
        IntStream.range(0, months.size())
            .mapToObj(i -> MonthRange.row(telling, months.get(i), table, i))
            .toList());
  }

  private Series series(String name, Group group, Function<BatteryMonth, OptionalDouble> part) {
    List<OptionalDouble> values =
        months.stream()
            .map(
                month ->
                    batteries.stream()
                        .filter(each -> each.month().equals(month) && group.has(each.vin()))
                        .findFirst()
                        .map(part)
                        .orElse(OptionalDouble.empty()))
            .toList();
    return new Series(name, group.cssClass(), values);
  }
}
