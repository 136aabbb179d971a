package dev.glovebox.delivery.page;

import dev.glovebox.delivery.drawing.Scale;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lines along an axis. A line breaks where nothing is known.
 *
 * @param band the two series between which the ground is tinted; empty for none
 */
record LineChart(Axis axis, List<Series> series, List<Series> band, Scale scale, String unit) {

  LineChart {
    series = List.copyOf(series);
    band = List.copyOf(band);
  }

  /** Draws it. */
  String draw(String id, String title, String description, Figures figures) {
    Svg svg = new Svg(id, "chart", Plot.WIDTH, Plot.HEIGHT, title, description);
    Plot plot = new Plot(svg, axis, scale);
    plot.frame(unit, figures);
    drawBand(svg, plot);
    series.forEach(each -> drawLine(svg, plot, each));
    return svg.end();
  }

  private void drawBand(Svg svg, Plot plot) {
    if (band.isEmpty()) {
      return;
    }
    double width = plot.stepWidth() * 0.6;
    for (int step = 0; step < axis.steps(); step++) {
      OptionalDouble low = band.get(0).values().get(step);
      OptionalDouble high = band.get(1).values().get(step);
      if (low.isPresent() && high.isPresent()) {
        double top = plot.height(high.getAsDouble());
        double height = Math.max(1, plot.height(low.getAsDouble()) - top);
        svg.mark(
            "rect",
            "class",
            "band " + band.get(0).cssClass(),
            "x",
            plot.middle(step) - width / 2,
            "y",
            top,
            "width",
            width,
            "height",
            height,
            "rx",
            2);
      }
    }
  }

  private void drawLine(Svg svg, Plot plot, Series line) {
    StringBuilder path = new StringBuilder();
    char pen = 'M';
    for (int step = 0; step < axis.steps(); step++) {
      OptionalDouble value = line.values().get(step);
      if (value.isPresent()) {
        double y = plot.height(value.getAsDouble());
        path.append(pen).append(Svg.tenths(plot.middle(step))).append(' ').append(Svg.tenths(y));
        svg.mark(
            "circle",
            "class",
            "dot " + line.cssClass(),
            "cx",
            plot.middle(step),
            "cy",
            y,
            "r",
            dotRadius());
      }
      pen = value.isPresent() ? 'L' : 'M';
    }
    svg.mark("path", "class", "line " + line.cssClass(), "d", path);
  }

  private double dotRadius() {
    return axis.steps() > 36 ? 1.2 : 2.4;
  }
}
