package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.TemperatureBand;
import dev.glovebox.delivery.page.VehicleGroups.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Consumption by temperature outside. */
final class TemperatureChart {

  private static final int DEGREES = 5;
  private static final String UNIT = "kWh/100 km";

  /** Over less than this, starting and parking outweigh driving. */
  private static final double TELLING_KM = 5;

  private final Telling telling;
  private final List<TemperatureBand> bands;
  private final List<Integer> edges;

  TemperatureChart(Telling telling) {
    this.telling = telling;
    this.bands =
        telling.facts().journal().temperatures().stream()
            .filter(band -> band.distanceKm() >= TELLING_KM)
            .toList();
    this.edges = edges(bands);
  }

  /** Empty where no trip tells. */
  Optional<ChartView> chart() {
    List<Series> series =
        VehicleGroups.of(telling).stream()
            .map(this::series)
            .filter(each -> each.highest() > 0)
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    Axis axis = Axis.of(edges.stream().map(edge -> Integer.toString(edge)).toList());
    String heading = telling.text("chart.temperature");
    String svg =
        new BarChart(axis, series, BarChart.Arrangement.BESIDE, UNIT)
            .draw("chart-temperature", heading, telling.text("chart.bands"), telling.figures());
    return Optional.of(
        new ChartView(
            "temperature",
            heading,
            Telling.markup(svg),
            ChartView.keys(series),
            telling.text("chart.temperature.note"),
            head(series),
            rows(series)));
  }

  private static List<Integer> edges(List<TemperatureBand> bands) {
    if (bands.isEmpty()) {
      return List.of();
    }
    int first = bands.get(0).fromC();
    int last = bands.get(bands.size() - 1).fromC();
    return IntStream.iterate(first, edge -> edge <= last, edge -> edge + DEGREES).boxed().toList();
  }

  private Series series(Group group) {
    List<OptionalDouble> values = edges.stream().map(edge -> consumption(group, edge)).toList();
    return new Series(group.name(), group.cssClass(), values);
  }

  private OptionalDouble consumption(Group group, int edge) {
    List<TemperatureBand> own =
        bands.stream().filter(band -> band.fromC() == edge && group.has(band.vin())).toList();
    double distanceKm = own.stream().mapToDouble(TemperatureBand::distanceKm).sum();
    double energyKwh = own.stream().mapToDouble(TemperatureBand::energyKwh).sum();
    return own.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, energyKwh / distanceKm * 100));
  }

  private List<String> head(List<Series> series) {
    List<String> head = new ArrayList<>(List.of(telling.text("chart.outside")));
    series.forEach(each -> head.add(telling.text("chart.column", each.name(), UNIT)));
    head.add(telling.text("chart.distance-driven"));
    return head;
  }

  private List<List<String>> rows(List<Series> series) {
    return IntStream.range(0, edges.size()).mapToObj(i -> row(series, i)).toList();
  }

  private List<String> row(List<Series> series, int step) {
    int edge = edges.get(step);
    List<String> row = new ArrayList<>();
    row.add(telling.text("chart.band", edge, edge + DEGREES));
    series.forEach(each -> row.add(telling.figures().tenths(each.values().get(step))));
    double distanceKm =
        bands.stream()
            .filter(band -> band.fromC() == edge)
            .mapToDouble(TemperatureBand::distanceKm)
            .sum();
    row.add(telling.figures().whole(distanceKm));
    return row;
  }
}
