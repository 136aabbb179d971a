package dev.glovebox.delivery.page;

import java.util.List;

/** The alerts by name. */
final class AlertView {

  /** All of them. */
  public record Alerts(String lead, List<String> head, List<List<String>> rows) {}

  private AlertView() {}

  static Alerts of(Telling telling) {
    Journal journal = telling.facts().journal();
    Figures figures = telling.figures();
    return new Alerts(
        telling.text("alerts.lead", journal.alertsInAll(), journal.alerts().size()),
        List.of(
            telling.text("alerts.name"), telling.text("alerts.times"), telling.text("alerts.last")),
        journal.alerts().stream()
            .map(
                each ->
                    List.of(
                        each.name(), figures.count(each.times()), figures.instant(each.lastAt())))
            .toList());
  }
}
