package dev.glovebox.reporting;

import dev.glovebox.reporting.noise.Price;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy report, before it takes a form.
 *
 * @param least k
 * @param reference version of what it reckons with
 * @param noise empty for exact figures
 * @param versions of the tables that it was read from
 * @param queries how each family was read
 * @param warnings of what is near
 * @param yearBefore the figures of the same stretch a year earlier; empty if it was not reported
 */
public record Report(
    Period period,
    int least,
    Policy policy,
    String reference,
    Optional<Noise> noise,
    Map<String, Long> versions,
    List<Query> queries,
    List<Section> sections,
    List<Text> warnings,
    List<Figure> yearBefore) {

  /** The policy that is in force. */
  public record Policy(String version, String digest) {}

  /** The noise that counts carry. */
  public record Noise(String mechanism, Price price) {}

  /** A family of figures: its name, the tables it was read from, its metrics. */
  public record Query(String name, List<String> tables, List<String> metrics) {}

  public Report {
    queries = List.copyOf(queries);
    sections = List.copyOf(sections);
    warnings = List.copyOf(warnings);
    yearBefore = List.copyOf(yearBefore);
  }

  /** Every figure, in the order of sections. */
  public List<Figure> figures() {
    return sections.stream().flatMap(section -> section.figures().stream()).toList();
  }
}
