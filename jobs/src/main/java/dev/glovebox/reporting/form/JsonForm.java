package dev.glovebox.reporting.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glovebox.reporting.Figure;
import dev.glovebox.reporting.Report;
import dev.glovebox.reporting.Section;
import dev.glovebox.reporting.Text;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as {@code report.json}; {@code schemas/report/report.schema.json} describes it. */
public final class JsonForm {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonForm() {}

  /** The whole document. */
  public static String of(Report report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("period", report.period().toString());
    root.put("k", report.least());
    root.putObject("policy")
        .put("version", report.policy().version())
        .put("digest", report.policy().digest());
    root.put("reference", report.reference());
    noise(report, root);
    ArrayNode tables = root.putArray("tables");
    new TreeMap<>(report.versions())
        .forEach((name, version) -> tables.addObject().put("name", name).put("version", version));
    queries(report, root.putArray("queries"));
    strings(root.putArray("warnings"), report.warnings());
    ArrayNode sections = root.putArray("sections");
    report.sections().forEach(section -> section(section, sections.addObject()));
    return text(root);
  }

  private static void noise(Report report, ObjectNode root) {
    if (report.noise().isEmpty()) {
      root.putNull("privacy");
      return;
    }
    Report.Noise noise = report.noise().get();
    root.putObject("privacy")
        .put("mechanism", noise.mechanism())
        .put("epsilon", noise.price().epsilon())
        .put("delta", noise.price().delta());
  }

  private static void queries(Report report, ArrayNode queries) {
    for (Report.Query query : report.queries()) {
      ObjectNode node = queries.addObject().put("name", query.name());
      query.tables().forEach(node.putArray("tables")::add);
      query.metrics().forEach(node.putArray("metrics")::add);
    }
  }

  private static void section(Section section, ObjectNode node) {
    node.put("id", section.id());
    node.put("title", section.title().english());
    node.put(
        "text",
        section.statements().stream()
            .map(JsonForm::bothIfTheyDiffer)
            .collect(Collectors.joining("\n")));
    strings(node.putArray("missing"), section.missing());
    ArrayNode metrics = node.putArray("metrics");
    section.figures().forEach(figure -> figure(figure, metrics.addObject()));
  }

  private static String bothIfTheyDiffer(Text text) {
    return text.english().equals(text.chinese())
        ? text.english()
        : text.english() + " / " + text.chinese();
  }

  private static void strings(ArrayNode node, List<Text> texts) {
    texts.forEach(text -> node.add(text.english()));
  }

  private static void figure(Figure figure, ObjectNode node) {
    node.put("metric", figure.metric());
    ObjectNode dimensions = node.putObject("dimensions");
    new TreeMap<>(figure.dimensions()).forEach(dimensions::put);
    node.put("value", figure.value().orElse(null));
    node.put("unit", figure.unit());
    node.put("people", figure.people().orElse(null));
    node.put("suppressed", figure.isSuppressed());
  }

  private static String text(ObjectNode root) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree of plain values is written.", impossible);
    }
  }
}
