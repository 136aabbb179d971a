package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every chart of which there is anything to show, in order. */
final class ChartViews {

  private final Telling telling;

  ChartViews(Telling telling) {
    this.telling = telling;
  }

  List<ChartView> charts() {
    MonthCharts months = new MonthCharts(telling);
    List<ChartView> charts = new ArrayList<>();
    Stream.of(
            months.byVehicle("distance", "km", Month::distanceKm),
            months.byVehicle("energy", "kWh", Month::drivenKwh),
            new TemperatureChart(telling).chart(),
            months.byKind("current", List.of("ac", "dc", "unknown")),
            months.byKind("place", List.of("home", "fast-charger", "elsewhere")))
        .flatMap(Optional::stream)
        .forEach(charts::add);
    charts.addAll(new BatteryCharts(telling).charts());
    return charts;
  }
}
