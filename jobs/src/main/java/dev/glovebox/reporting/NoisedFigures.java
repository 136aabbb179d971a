package dev.glovebox.reporting;

import dev.glovebox.reporting.noise.Noise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts noise on the smallest cells and makes every total of them, so that figures still add up and
 * each holder's cost is that of one draw a cell.
 *
 * <p>ε and δ are of the values. Which figures are hidden follows the true counts, as without noise;
 * that a cell is there at all follows the members that occur.
 */
public final class NoisedFigures {

  private final Cube cube;
  private final Period period;
  private final Map<String, Map<Coordinates, Double>> noised = new HashMap<>();

  /**
   * @param leaves bounded sums of the period's smallest cells, by metric; those that are absent are
   *     zero, and get noise too
   * @param noise by metric, for sums to which nobody adds more than the metric's bound
   */
  public NoisedFigures(
      Cube cube,
      Period period,
      Map<Coordinates, Map<String, Long>> leaves,
      Function<String, Noise> noise) {
    this.cube = cube;
    this.period = period;
    for (Map<String, Long> values : leaves.values()) {
      values.keySet().forEach(metric -> noised.computeIfAbsent(metric, it -> new HashMap<>()));
    }
    noised.forEach(
        (metric, values) -> {
          Noise draws = noise.apply(metric);
          for (Coordinates at : smallest()) {
            long sum = leaves.getOrDefault(at, Map.of()).getOrDefault(metric, 0L);
            values.put(at, sum + draws.draw().doubleValue());
          }
        });
  }

  private List<Coordinates> smallest() {
    Optional<String> month = period.month().map(Object::toString);
    return cube.order().stream()
        .filter(at -> cube.dimensions().stream().noneMatch(at::isTotalOver))
        .filter(at -> month.isEmpty() || at.member(Dimension.MONTH).equals(month))
        .toList();
  }

  /**
   * The figures that can carry noise, with it, and without their people; the others are left out.
   *
   * @param exact as they would be published without noise
   */
  public List<Figure> of(List<Figure> exact) {
    List<Figure> figures = new ArrayList<>();
    for (Figure figure : exact) {
      Map<Coordinates, Double> values = noised.get(figure.metric());
      if (values != null) {
        figures.add(
            new Figure(
                figure.section(),
                figure.metric(),
                figure.dimensions(),
                figure.value().map(value -> sum(values, figure)),
                figure.unit(),
                Optional.empty(),
                figure.isSuppressed() ? Figure.Standing.SUPPRESSED : Figure.Standing.SHOWN));
      }
    }
    return figures;
  }

  private static double sum(Map<Coordinates, Double> values, Figure figure) {
    return values.entrySet().stream()
        .filter(each -> isPart(each.getKey(), figure.dimensions()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static boolean isPart(Coordinates at, Map<String, String> members) {
    return members.entrySet().stream()
        .allMatch(each -> each.getValue().equals(at.byName().get(each.getKey())));
  }
}
