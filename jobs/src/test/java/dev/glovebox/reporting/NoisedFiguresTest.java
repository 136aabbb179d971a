package dev.glovebox.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.reporting.noise.Noise;
import dev.glovebox.reporting.noise.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoisedFiguresTest {

  private static final Period YEAR = Period.parse("2026");
  private static final Family FAMILY =
      new Family(
          "treatment",
          "art13-3",
          List.of(Dimension.OUTCOME),
          List.of(Measure.sum("treated_values", "values")),
          Family.Months.SHOWN);

  private final Map<Coordinates, Map<String, Long>> leaves = new HashMap<>();
  private final Cube cube = cube();
  private final List<Figure> exact =
      new SmallCounts(cube, YEAR, 10, Published.nothing()).shown().figures();

  /** The twin without noise. */
  @Test
  void saysTheSameWithoutNoiseButNotThePeople() {
    List<Figure> noised = new NoisedFigures(cube, YEAR, leaves, metric -> Noise.none()).of(exact);

    assertThat(noised)
        .extracting(Figure::value)
        .isEqualTo(exact.stream().map(Figure::value).toList());
    assertThat(noised).allSatisfy(figure -> assertThat(figure.people()).isEmpty());
  }

  @Test
  void drawsOnceForEachOfTheSmallestCellsAndAddsUp() {
    int[] draws = {0};
    Noise counting = () -> BigInteger.valueOf(++draws[0] * 1_000L);
    List<Figure> noised = new NoisedFigures(cube, YEAR, leaves, metric -> counting).of(exact);

    assertThat(draws[0]).isEqualTo(4);
    assertThat(noised.get(0).dimensions()).isEmpty();
    double all = exact.get(0).value().orElseThrow();
    assertThat(noised.get(0).value()).contains(all + 1_000 + 2_000 + 3_000 + 4_000);
  }

  @Test
  void keepsHiddenFiguresHidden() {
    List<Figure> hidden = exact.stream().filter(Figure::isSuppressed).toList();

    assertThat(hidden).isNotEmpty();
    assertThat(new NoisedFigures(cube, YEAR, leaves, metric -> Noise.none()).of(hidden))
        .allSatisfy(figure -> assertThat(figure.value()).isEmpty());
  }

  @Test
  void refusesNoiseThatCostsNothing() {
    assertThatThrownBy(() -> new NoiseOrder(new Price(BigDecimal.ZERO, BigDecimal.ZERO)))
        .hasMessage("ε of a report with noise is above zero. Provided value: 0");
  }

  private Cube cube() {
    Map<Coordinates, Cell> cells = new HashMap<>();
    for (String month : List.of("2026-10", "2026-11")) {
      add(cells, month, "released", 40);
      add(cells, month, "withheld", month.endsWith("10") ? 3 : 20);
    }
    return Cube.of(FAMILY, cells);
  }

  private void add(Map<Coordinates, Cell> cells, String month, String outcome, int people) {
    Coordinates at = Coordinates.of(Map.of(Dimension.MONTH, month, Dimension.OUTCOME, outcome));
    leaves.put(at, Map.of("treated_values", 5L * people));
    for (Coordinates each :
        List.of(
            at, at.without(Dimension.MONTH), at.without(Dimension.OUTCOME), Coordinates.TOTAL)) {
      Cell before = cells.getOrDefault(each, Cell.EMPTY);
      double sum = before.value("treated_values").orElse(0) + 5.0 * people;
      cells.put(each, new Cell(before.people() + people, Map.of("treated_values", sum)));
    }
  }
}
