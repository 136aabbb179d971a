package dev.glovebox.delivery.page;

import dev.glovebox.delivery.drawing.Scale;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Bars along an axis.
 *
 * @param arrangement how the bars of one step stand
 */
record BarChart(Axis axis, List<Series> series, Arrangement arrangement, String unit) {

  /** How the bars of one step stand. */
  enum Arrangement {
    STACKED,
    BESIDE
  }

  private static final double FILLED = 0.72;

  BarChart {
    series = List.copyOf(series);
  }

  /** Draws it. */
  String draw(String id, String title, String description, Figures figures) {
    Svg svg = new Svg(id, "chart", Plot.WIDTH, Plot.HEIGHT, title, description);
    Plot plot = new Plot(svg, axis, Scale.upTo(highest()));
    plot.frame(unit, figures);
    for (int step = 0; step < axis.steps(); step++) {
      if (arrangement == Arrangement.STACKED) {
        drawStack(svg, plot, step);
      } else {
        drawBeside(svg, plot, step);
      }
    }
    return svg.end();
  }

  private double highest() {
    if (arrangement == Arrangement.BESIDE) {
      return series.stream().mapToDouble(Series::highest).max().orElse(0);
    }
    return IntStream.range(0, axis.steps()).mapToDouble(this::stacked).max().orElse(0);
  }

  private double stacked(int step) {
    return series.stream().mapToDouble(each -> each.values().get(step).orElse(0)).sum();
  }

  private void drawStack(Svg svg, Plot plot, int step) {
    double width = plot.stepWidth() * FILLED;
    double below = 0;
    for (Series each : series) {
      double value = each.values().get(step).orElse(0);
      if (value > 0) {
        drawBar(
            svg,
            each.cssClass(),
            plot.middle(step) - width / 2,
            width,
            plot.height(below),
            plot.height(below + value));
        below += value;
      }
    }
  }

  private void drawBeside(Svg svg, Plot plot, int step) {
    double width = plot.stepWidth() * FILLED / series.size();
    double x = plot.middle(step) - width * series.size() / 2;
    for (Series each : series) {
      OptionalDouble value = each.values().get(step);
      if (value.isPresent()) {
        drawBar(svg, each.cssClass(), x, width, plot.height(0), plot.height(value.getAsDouble()));
      }
      x += width;
    }
  }

  private static void drawBar(
      Svg svg, String cssClass, double x, double width, double bottom, double top) {
    svg.mark(
        "rect",
        "class",
        "bar " + cssClass,
        "x",
        x,
        "y",
        top,
        "width",
        width,
        "height",
        Math.max(0.5, bottom - top));
  }
}
