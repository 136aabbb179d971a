package dev.glovebox.reporting.form;

import dev.glovebox.reporting.Dimension;
import dev.glovebox.reporting.Figure;
import dev.glovebox.reporting.Language;
import dev.glovebox.reporting.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Figures that are broken down alike: a row a cell, a column a metric, and a chart of the first.
 */
final class FigureTable {

  private static final int FEWEST_BARS = 2;

  private final Words words;
  private final Language language;
  private final List<String> dimensions;
  private final Map<String, String> unitsByMetric = new LinkedHashMap<>();
  private final Map<Map<String, String>, Map<String, Figure>> rows = new LinkedHashMap<>();

  FigureTable(Words words, Language language, List<Figure> figures) {
    this.words = words;
    this.language = language;
    Set<String> named = new LinkedHashSet<>(figures.get(0).dimensions().keySet());
    this.dimensions =
        Arrays.stream(Dimension.values()).map(Dimension::code).filter(named::contains).toList();
    for (Figure figure : figures) {
      unitsByMetric.put(figure.metric(), figure.unit());
      rows.computeIfAbsent(figure.dimensions(), it -> new LinkedHashMap<>())
          .put(figure.metric(), figure);
    }
  }

  void addTo(List<Page.Part> parts) {
    Page.Table table = table();
    parts.add(table);
    chart(table.caption()).ifPresent(parts::add);
  }

  private Page.Table table() {
    List<String> header = new ArrayList<>();
    dimensions.forEach(each -> header.add(words.dimension(each).in(language)));
    unitsByMetric.forEach((metric, unit) -> header.add(named(metric, unit)));
    header.add(words.word("people").in(language));
    List<List<String>> cells = new ArrayList<>();
    rows.forEach((members, figures) -> cells.add(row(members, figures)));
    return new Page.Table(caption(), header, cells, dimensions.size());
  }

  private String named(String metric, String unit) {
    String name = words.metric(metric).in(language);
    return unit.equals("yyyymmdd") ? name : name + " [" + unit + "]";
  }

  private String caption() {
    List<String> names = new ArrayList<>();
    dimensions.forEach(each -> names.add(words.dimension(each).in(language)));
    String metric = words.metric(unitsByMetric.keySet().iterator().next()).in(language);
    return names.isEmpty() ? metric : metric + " – " + String.join(", ", names);
  }

  private List<String> row(Map<String, String> members, Map<String, Figure> figures) {
    String hidden = words.word("suppressed-mark").in(language);
    List<String> row = new ArrayList<>();
    dimensions.forEach(each -> row.add(words.member(members.get(each)).in(language)));
    for (String metric : unitsByMetric.keySet()) {
      Figure figure = figures.get(metric);
      row.add(figure == null ? "–" : Numbers.of(figure, hidden));
    }
    Figure any = figures.values().iterator().next();
    row.add(
        any.isSuppressed()
            ? hidden
            : any.people().map(people -> Numbers.text(people, "people")).orElse("–"));
    return row;
  }

  private Optional<Page.Chart> chart(String caption) {
    if (dimensions.size() != 1) {
      return Optional.empty();
    }
    String metric = unitsByMetric.keySet().iterator().next();
    List<Page.Bar> bars = new ArrayList<>();
    rows.forEach(
        (members, figures) -> {
          Figure figure = figures.get(metric);
          if (figure != null && figure.value().isPresent() && figure.people().isPresent()) {
            bars.add(bar(members, figure));
          }
        });
    return bars.size() < FEWEST_BARS
        ? Optional.empty()
        : Optional.of(new Page.Chart(caption, bars));
  }

  private Page.Bar bar(Map<String, String> members, Figure figure) {
    String label = words.member(members.get(dimensions.get(0))).in(language);
    double value = figure.value().orElseThrow();
    return new Page.Bar(label, value, Numbers.text(value, figure.unit()));
  }
}
