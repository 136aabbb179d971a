package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Telling.LegendKey;
import freemarker.template.TemplateModel;
import java.util.List;

/**
 * A chart with its legend and the same numbers as a table.
 *
 * @param note empty for none
 * @param head the table's columns; the first names its rows
 */
public record ChartView(
    String id,
    String heading,
    TemplateModel svg,
    List<LegendKey> keys,
    String note,
    List<String> head,
    List<List<String>> rows) {

  /** The legend of these series; none where there is only one. */
  static List<LegendKey> keys(List<Series> series) {
    return series.size() < 2
        ? List.of()
        : series.stream().map(each -> new LegendKey(each.cssClass(), each.name())).toList();
  }
}
