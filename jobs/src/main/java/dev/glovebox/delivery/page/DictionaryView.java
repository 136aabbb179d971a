package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns explained, and what the cars never send. */
final class DictionaryView {

  private static final int GENERAL_ABSENCES = 6;

  /** The columns of a table. */
  public record Dictionary(String name, String count, List<List<String>> rows) {}

  /** Every table. */
  public record Columns(String lead, List<String> head, List<Dictionary> tables) {}

  /** What is never sent. */
  public record Never(
      List<String> items, String summary, List<String> head, List<List<String>> rows) {}

  private DictionaryView() {}

  static Columns columns(Telling telling) {
    List<Column> columns = telling.facts().columns();
    return new Columns(
        telling.text(columns.isEmpty() ? "columns.earlier" : "columns.lead"),
        List.of(
            telling.text("columns.name"),
            telling.text("columns.unit"),
            telling.text("columns.type"),
            telling.text("columns.meaning")),
        columns.stream()
            .collect(Collectors.groupingBy(Column::table, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(each -> dictionary(telling, each.getKey(), each.getValue()))
            .toList());
  }

  private static Dictionary dictionary(Telling telling, String table, List<Column> columns) {
    return new Dictionary(
        table,
        telling.text("columns.count", columns.size()),
        columns.stream()
            .map(
                each ->
                    List.of(each.name(), each.unit().orElse(""), each.type(), each.description()))
            .toList());
  }

  static Never neverSent(Telling telling) {
    List<Column> columns = telling.facts().neverSent();
    return new Never(
        IntStream.rangeClosed(1, GENERAL_ABSENCES)
            .mapToObj(i -> telling.text("never." + i))
            .toList(),
        telling.text("never.columns", columns.size()),
        List.of(telling.text("columns.name"), telling.text("columns.meaning")),
        columns.stream().map(each -> List.of(each.name(), each.description())).toList());
  }
}
