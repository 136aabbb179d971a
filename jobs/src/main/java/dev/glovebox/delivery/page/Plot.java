package dev.glovebox.delivery.page;

import dev.glovebox.delivery.drawing.Scale;

/** The frame of a chart: where its axes lie, and their lines and labels. */
final class Plot {

  static final int WIDTH = 360;
  static final int HEIGHT = 216;

  private static final double LEFT = 40;
  private static final double RIGHT = 352;
  private static final double TOP = 22;
  private static final double BOTTOM = 180;

  private final Svg svg;
  private final Axis axis;
  private final Scale scale;

  Plot(Svg svg, Axis axis, Scale scale) {
    this.svg = svg;
    this.axis = axis;
    this.scale = scale;
  }

  double stepWidth() {
    return (RIGHT - LEFT) / axis.steps();
  }

  /** The left edge of a step. */
  double left(int step) {
    return LEFT + step * stepWidth();
  }

  double middle(int step) {
    return left(step) + stepWidth() / 2;
  }

  double height(double value) {
    return BOTTOM - scale.share(value) * (BOTTOM - TOP);
  }

  /** Draws lines and labels of both axes. */
  void frame(String unit, Figures figures) {
    svg.text("text", unit, "class", "unit", "x", 0, "y", 10);
    for (double line : scale.lines()) {
      double y = height(line);
      svg.mark("line", "class", "grid", "x1", LEFT, "x2", RIGHT, "y1", y, "y2", y);
      String label = scale.step() < 1 ? figures.tenths(line) : figures.whole(line);
      svg.text("text", label, "x", LEFT - 6, "y", y + 3.5, "text-anchor", "end");
    }
    for (int step = 0; step < axis.steps(); step++) {
      label(axis.labels().get(step), step, BOTTOM + 14);
      label(axis.years().get(step), step, BOTTOM + 28);
    }
    svg.mark("line", "class", "base", "x1", LEFT, "x2", RIGHT, "y1", BOTTOM, "y2", BOTTOM);
  }

  private void label(String text, int step, double y) {
    if (!text.isEmpty()) {
      svg.text("text", text, "x", middle(step), "y", y, "text-anchor", "middle");
    }
  }
}
