package dev.glovebox.reporting;

import dev.glovebox.privacy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a report of what was read: decides what is shown, and says what is missing. */
public final class ReportMaker {

  private final Policy policy;
  private final Statements statements;
  private final Reference reference;
  private final int least;

  /**
   * @param least k, people
   */
  public ReportMaker(Policy policy, Statements statements, Reference reference, int least) {
    this.policy = policy;
    this.statements = statements;
    this.reference = reference;
    this.least = least;
  }

  /**
   * Puts a report together.
   *
   * @param year what was published of the year so far
   */
  public Report make(Period period, Reading reading, Published year, Published yearBefore) {
    List<Text> warnings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Cube cube : reading.cubes()) {
      SmallCounts.Shown shown = new SmallCounts(cube, period, least, year).shown();
      figures.addAll(shown.figures());
      if (shown.computable() > 0) {
        warnings.add(computable(cube.family(), shown.computable()));
      }
      if (cube.family().id().equals("cross-border")) {
        warnings.addAll(new Remarks(reference).warnings(cube));
      }
    }
    figures.addAll(stored(reading));
    List<Figure> before = yearBefore.of(period.yearBefore());
    return report(period, reading, figures, warnings, before, Optional.empty());
  }

  /** The figures of an exact report that can carry noise, with it. */
  public List<Figure> noised(Report exact, Reading reading, NoiseOrder order) {
    Map<String, Long> bounds = reference.noiseBounds();
    List<Figure> figures = new ArrayList<>();
    for (Cube cube : reading.cubes()) {
      var leaves = reading.leaves().get(cube.family().id());
      if (leaves != null) {
        figures.addAll(
            new NoisedFigures(cube, exact.period(), leaves, metric -> order.of(metric, bounds))
                .of(exact.figures()));
      }
    }
    return figures;
  }

  /** A report of figures with noise alone. */
  public Report withNoise(Period period, Reading reading, List<Figure> noised, NoiseOrder order) {
    Report.Noise noise = new Report.Noise(order.mechanism(), order.price());
    return report(period, reading, noised, List.of(), List.of(), Optional.of(noise));
  }

  private Report report(
      Period period,
      Reading reading,
      List<Figure> figures,
      List<Text> warnings,
      List<Figure> before,
      Optional<Report.Noise> noise) {
    Sections sections =
        new Sections(statements, policy)
            .with(figures)
            .with(new Remarks(reference).plain(period.year()))
            .stating("carbon", new Remarks(reference).source());
    reading.notes().forEach(note -> sections.stating("art13-3", note));
    lacking(reading).forEach(sections::lacking);
    return new Report(
        period,
        least,
        new Report.Policy(policy.version(), policy.digest()),
        reference.version(),
        noise,
        reading.versions(),
        queries(reading),
        sections.all(),
        warnings,
        before);
  }

  /** How much of everybody's is stored; a lake of fewer than k holders does not tell. */
  private List<Figure> stored(Reading reading) {
    long people =
        reading.cubes().stream()
            .flatMap(cube -> cube.find(Coordinates.TOTAL).stream())
            .mapToLong(Cell::people)
            .max()
            .orElse(0);
    List<Figure> figures = new ArrayList<>();
    new TreeMap<>(reading.stored())
        .forEach(
            (table, stored) -> {
              figures.add(stored("stored_bytes", table, (double) stored.bytes(), "bytes", people));
              figures.add(stored("stored_files", table, (double) stored.files(), "files", people));
            });
    return figures;
  }

  private Figure stored(String metric, String table, double value, String unit, long people) {
    boolean isShown = people >= least;
    return new Figure(
        "stored-data",
        metric,
        Map.of(Dimension.TABLE.code(), table),
        isShown ? Optional.of(value) : Optional.empty(),
        unit,
        Optional.empty(),
        isShown ? Figure.Standing.SHOWN : Figure.Standing.SUPPRESSED);
  }

  private static Text computable(Family family, int cells) {
    return new Text(
            "%d hidden figures of %s can be computed from earlier reports, whatever is hidden now.",
            "“%2$s”中有 %1$d 项隐去的数据可由以往报告推算得出。")
        .with(cells, family.id());
  }

  /** The tables that do not exist or hold nothing of the period, by section. */
  private static Map<String, Text> lacking(Reading reading) {
    Map<String, Text> lacking = new TreeMap<>();
    reading
        .absent()
        .forEach(
            (section, tables) ->
                lacking.put(
                    section,
                    new Text("no rows of the year in %s", "本年度无数据：%s")
                        .with(String.join(", ", tables))));
    return lacking;
  }

  private static List<Report.Query> queries(Reading reading) {
    return reading.cubes().stream()
        .map(Cube::family)
        .map(
            family ->
                new Report.Query(
                    family.id(),
                    reading.sources().getOrDefault(family.id(), List.of()),
                    family.measures().stream()
                        .filter(measure -> measure.kind() != Measure.Kind.BASE)
                        .map(Measure::metric)
                        .toList()))
        .toList();
  }
}
