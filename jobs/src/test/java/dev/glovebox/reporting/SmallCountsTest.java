package dev.glovebox.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.reporting.disclosure.Attack;
import dev.glovebox.reporting.disclosure.Tabulation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Reports of months and years, read together by somebody who tries to solve for what is hidden. */
class SmallCountsTest {

  private static final int K = 10;
  private static final Period YEAR = Period.parse("2026");
  private static final Family FAMILY =
      new Family(
          "requests",
          "art13-6",
          List.of(Dimension.KIND),
          List.of(Measure.sum("requests", "requests")),
          Family.Months.SHOWN);

  @Test
  void hidesSmallCellsWithTheirPeopleAndZeroAsWell() {
    Cube cube = cube(Map.of("export", 40, "incident", 3, "erase", 0));

    List<Figure> figures = shown(cube, YEAR, Published.nothing());

    assertThat(figures)
        .filteredOn(figure -> "incident".equals(figure.dimensions().get("kind")))
        .isNotEmpty()
        .allSatisfy(
            figure -> {
              assertThat(figure.isSuppressed()).isTrue();
              assertThat(figure.value()).isEmpty();
              assertThat(figure.people()).isEmpty();
            });
    assertThat(figures)
        .filteredOn(figure -> "erase".equals(figure.dimensions().get("kind")))
        .allMatch(Figure::isSuppressed);
  }

  @Test
  void namesTheMonthInAYearOnly() {
    Cube cube = cube(Map.of("export", 40, "incident", 30));

    assertThat(shown(cube, Period.parse("2026-11"), Published.nothing()))
        .extracting(Figure::dimensions)
        .containsExactlyInAnyOrder(Map.of(), Map.of("kind", "export"), Map.of("kind", "incident"));
    assertThat(shown(cube, YEAR, Published.nothing())).hasSize(6);
  }

  @RepeatedTest(
      value = 8,
      name = "months, then the year, then a month again, seed {currentRepetition}")
  void leavesNothingComputableAcrossReports(RepetitionInfo repetition) {
    Cube cube = random(new Random(repetition.getCurrentRepetition()));
    Map<Period, List<Figure>> reports = new LinkedHashMap<>();
    for (String period : List.of("2026-01", "2026-02", "2026-03", "2026", "2026-04", "2026-02")) {
      Period each = Period.parse(period);
      SmallCounts.Shown shown = new SmallCounts(cube, each, K, new Published(reports)).shown();
      assertThat(shown.computable()).as(period).isZero();
      reports.put(each, shown.figures());
      assertThatNothingIsComputable(cube, reports);
    }
  }

  @Test
  void saysTheSameWhenAReportIsMadeAgain() {
    Cube cube = random(new Random(3));
    Map<Period, List<Figure>> reports = new HashMap<>();
    reports.put(YEAR, shown(cube, YEAR, Published.nothing()));

    assertThat(shown(cube, YEAR, new Published(reports))).isEqualTo(reports.get(YEAR));
  }

  /** Reads all reports as an outsider: told is what any of them told. */
  private static void assertThatNothingIsComputable(Cube cube, Map<Period, List<Figure>> reports) {
    BitSet told = new BitSet();
    BitSet said = new BitSet();
    new Published(reports)
        .of(FAMILY, period -> true)
        .forEach(
            (at, figures) -> {
              int index = cube.order().indexOf(at);
              said.set(index);
              told.set(index, !figures.get("requests").isSuppressed());
            });
    BitSet hidden = new BitSet();
    hidden.set(0, cube.order().size());
    hidden.andNot(told);
    said.andNot(told);
    for (Tabulation table : new SmallCounts(cube, YEAR, K, Published.nothing()).tabulations()) {
      said.stream()
          .forEach(
              cell ->
                  assertThat(new Attack(table, hidden).interval(cell).width())
                      .as("%s of %s", cube.order().get(cell), reports.keySet())
                      .isGreaterThanOrEqualTo(K - 1e-4));
    }
  }

  private static List<Figure> shown(Cube cube, Period period, Published published) {
    return new SmallCounts(cube, period, K, published).shown().figures();
  }

  /** One month, one request a person. */
  private static Cube cube(Map<String, Integer> counts) {
    Map<Coordinates, Cell> cells = new HashMap<>();
    counts.forEach((kind, count) -> add(cells, "2026-11", kind, count));
    return Cube.of(FAMILY, cells);
  }

  private static Cube random(Random random) {
    Map<Coordinates, Cell> cells = new HashMap<>();
    for (String month : List.of("2026-01", "2026-02", "2026-03", "2026-04")) {
      for (String kind : List.of("export", "incident", "erase")) {
        add(
            cells,
            month,
            kind,
            random.nextInt(3) == 0 ? random.nextInt(K) : 10 + random.nextInt(60));
      }
    }
    return Cube.of(FAMILY, cells);
  }

  private static void add(Map<Coordinates, Cell> cells, String month, String kind, int count) {
    Coordinates at = Coordinates.of(Map.of(Dimension.MONTH, month, Dimension.KIND, kind));
    List<Coordinates> all = new ArrayList<>(List.of(at));
    all.add(at.without(Dimension.MONTH));
    all.add(at.without(Dimension.KIND));
    all.add(Coordinates.TOTAL);
    for (Coordinates each : all) {
      cells.merge(each, cell(count), SmallCountsTest::sum);
    }
  }

  private static Cell cell(int count) {
    return new Cell(count, Map.of("requests", (double) count));
  }

  private static Cell sum(Cell one, Cell other) {
    return cell((int) (one.people() + other.people()));
  }
}
