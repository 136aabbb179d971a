package dev.glovebox.reporting.form;

import dev.glovebox.reporting.Figure;
import dev.glovebox.reporting.Language;
import dev.glovebox.reporting.Report;
import dev.glovebox.reporting.Section;
import dev.glovebox.reporting.Text;
import dev.glovebox.reporting.Words;
import dev.glovebox.reporting.form.Page.Heading;
import dev.glovebox.reporting.form.Page.Paragraph;
import dev.glovebox.reporting.form.Page.Part;
import dev.glovebox.reporting.form.Page.Remark;
import dev.glovebox.reporting.form.Page.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays a report out in one language. */
final class PageMaker {

  private final Words words = Words.packaged();
  private final Report report;
  private final Language language;
  private final List<Part> parts = new ArrayList<>();

  private PageMaker(Report report, Language language) {
    this.report = report;
    this.language = language;
  }

  static Page of(Report report, Language language) {
    return new PageMaker(report, language).page();
  }

  private Page page() {
    preface();
    report.sections().forEach(this::section);
    sources();
    String title = word("title") + " " + report.period();
    return new Page(language.tag(), title, parts);
  }

  private void preface() {
    parts.add(new Paragraph(in(words.word("k").with(report.least()))));
    parts.add(new Paragraph(in(words.word("policy").with(report.policy().version()))));
    report
        .noise()
        .ifPresent(
            noise ->
                parts.add(
                    new Paragraph(
                        in(
                            words
                                .word("noise")
                                .with(
                                    noise.price().epsilon().toPlainString(),
                                    noise.price().delta().toPlainString(),
                                    noise.mechanism())))));
    report.warnings().forEach(each -> remark("warning", each));
  }

  private void section(Section section) {
    parts.add(new Heading(in(section.title())));
    section.statements().forEach(text -> parts.add(new Paragraph(in(text))));
    section.missing().forEach(text -> remark("missing", text));
    tables(section.figures());
    againstYearBefore(section.figures());
  }

  private void remark(String kind, Text text) {
    String colon = language == Language.CHINESE ? "：" : ": ";
    parts.add(new Remark(word(kind) + colon + in(text)));
  }

  /** A table for each family and way to break it down. */
  private void tables(List<Figure> figures) {
    Map<String, List<Figure>> groups = new LinkedHashMap<>();
    for (Figure figure : figures) {
      String key =
          family(figure.metric()) + figure.dimensions().keySet().stream().sorted().toList();
      groups.computeIfAbsent(key, it -> new ArrayList<>()).add(figure);
    }
    groups.values().forEach(group -> new FigureTable(words, language, group).addTo(parts));
  }

  private String family(String metric) {
    return report.queries().stream()
        .filter(query -> query.metrics().contains(metric))
        .map(Report.Query::name)
        .findFirst()
        .orElse(metric);
  }

  private void againstYearBefore(List<Figure> figures) {
    List<List<String>> rows = new ArrayList<>();
    for (Figure now : figures) {
      for (Figure before : report.yearBefore()) {
        if (isTheSame(now, before)) {
          rows.add(
              List.of(
                  in(words.metric(now.metric())),
                  members(now),
                  Numbers.of(now, word("suppressed-mark")),
                  Numbers.of(before, word("suppressed-mark")),
                  now.unit()));
        }
      }
    }
    if (!rows.isEmpty()) {
      List<String> header =
          List.of(
              word("figure"),
              "",
              report.period().toString(),
              report.period().yearBefore().toString(),
              word("unit"));
      parts.add(new Table(word("year-before"), header, rows, 2));
    }
  }

  /** Months are of their year, and so have none before. */
  private static boolean isTheSame(Figure now, Figure before) {
    return now.metric().equals(before.metric())
        && now.dimensions().equals(before.dimensions())
        && !now.dimensions().containsKey("month")
        && !(now.isSuppressed() && before.isSuppressed());
  }

  private String members(Figure figure) {
    List<String> names = new ArrayList<>();
    new TreeMap<>(figure.dimensions())
        .values()
        .forEach(member -> names.add(in(words.member(member))));
    return String.join(", ", names);
  }

  private void sources() {
    parts.add(new Heading(word("read-from")));
    List<List<String>> rows = new ArrayList<>();
    for (Report.Query query : report.queries()) {
      List<String> tables = new ArrayList<>();
      for (String table : query.tables()) {
        Long version = report.versions().get(table);
        tables.add(version == null ? table : table + " v" + version);
      }
      rows.add(List.of(query.name(), String.join(", ", tables)));
    }
    parts.add(new Table(word("read-from"), List.of(word("query"), word("tables")), rows, 2));
  }

  private String word(String key) {
    return in(words.word(key));
  }

  private String in(Text text) {
    return text.in(language);
  }
}
