package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Month;
import dev.glovebox.delivery.page.Journal.TemperatureBand;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The few figures that come first. */
final class GlanceView {

  /** A figure with its name. */
  public record GlanceFigure(String label, String value, String unit) {}

  private GlanceView() {}

  static List<GlanceFigure> of(Telling telling) {
    Journal journal = telling.facts().journal();
    Figures figures = telling.figures();
    return List.of(
        figure(telling, "distance", figures.whole(sum(journal, Month::distanceKm)), "km"),
        figure(telling, "trips", figures.count(journal.tripsInAll()), ""),
        figure(telling, "driven", figures.whole(sum(journal, Month::drivenKwh)), "kWh"),
        figure(telling, "consumption", consumption(journal, figures), "kWh/100 km"),
        figure(telling, "charges", figures.count(journal.chargesInAll()), ""),
        figure(telling, "charged", figures.whole(sum(journal, GlanceView::chargedKwh)), "kWh"));
  }

  static double chargedKwh(Month month) {
    return month.acKwh() + month.dcKwh() + month.otherKwh();
  }

  private static GlanceFigure figure(Telling telling, String key, String value, String unit) {
    return new GlanceFigure(telling.text("glance." + key), value, unit);
  }

  private static double sum(Journal journal, ToDoubleFunction<Month> part) {
    return journal.months().stream().mapToDouble(part).sum();
  }

  /** Over the trips of which energy and distance are both known. */
  private static String consumption(Journal journal, Figures figures) {
    List<TemperatureBand> bands = journal.temperatures();
    return figures.consumption(
        bands.stream().mapToDouble(TemperatureBand::energyKwh).sum(),
        bands.stream().mapToDouble(TemperatureBand::distanceKm).sum());
  }
}
