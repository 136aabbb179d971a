package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.drawing.Scale;
import dev.glovebox.delivery.incident.Track.Step;
import java.util.List;

/** Draws the values of one panel into their place. */
final class Strip {

  /** More dots than this would be a line. */
  private static final int MOST_DOTS = 150;

  /** As many lines of the scale as there is room for. */
  private static final int LINES = 3;

  private final Panel panel;
  private final ChartTime time;
  private final double top;
  private Scale scale = new Scale(0, 1, 1);

  Strip(Panel panel, ChartTime time, double top) {
    this.panel = panel;
    this.time = time;
    this.top = top;
  }

  void draw(Drawing drawing, List<Step> steps) {
    if (panel.form() == Panel.Form.SWITCH) {
      band(drawing, steps);
    } else {
      scale = scaleOf(steps);
      axis(drawing);
      line(drawing, steps);
    }
  }

  /** From zero, or through it where there are values below. */
  private static Scale scaleOf(List<Step> steps) {
    double lowest = 0;
    double highest = 0;
    for (Step each : steps) {
      lowest = Math.min(lowest, each.value());
      highest = Math.max(highest, each.value());
    }
    return Scale.around(lowest, highest, highest > lowest ? (highest - lowest) / LINES : 1);
  }

  /** A dot at each value that was sent, where there is room for them. */
  void dots(Drawing drawing, Track track) {
    List<Track.Point> inside =
        track.points().stream().filter(point -> time.holds(point.micros())).toList();
    if (panel.form() == Panel.Form.SWITCH || inside.size() > MOST_DOTS) {
      return;
    }
    for (Track.Point point : inside) {
      drawing.mark(
          "circle",
          "cx",
          time.x(point.micros()),
          "cy",
          y(point.value()),
          "r",
          1.6,
          "fill",
          panel.colour());
    }
  }

  private void axis(Drawing drawing) {
    for (double line : scale.lines()) {
      double y = y(line);
      drawing.mark(
          "line", "class", "ic-grid", "x1", time.left(), "x2", time.right(), "y1", y, "y2", y);
      String text = Cells.number(Math.rint(line * 1_000) / 1_000).replace('-', '\u2212');
      drawing.text("text", text, "class", "ic-y", "x", time.left() - 5, "y", y + 3.3);
    }
    drawing.mark(
        "rect",
        "class",
        "ic-frame",
        "x",
        time.left(),
        "y",
        top,
        "width",
        time.right() - time.left(),
        "height",
        panel.height());
  }

  private void line(Drawing drawing, List<Step> steps) {
    StringBuilder path = new StringBuilder();
    long last = Long.MIN_VALUE;
    String lastX = "";
    for (Step step : steps) {
      String y = Drawing.tenths(y(step.value()));
      if (step.fromMicros() == last) {
        path.append('V').append(y);
      } else {
        path.append('M').append(Drawing.tenths(time.x(step.fromMicros()))).append(' ').append(y);
      }
      String x = Drawing.tenths(time.x(step.untilMicros()));
      if (!x.equals(lastX)) {
        path.append('H').append(x);
      }
      lastX = x;
      last = step.untilMicros();
    }
    if (path.length() > 0) {
      drawing.mark("path", "class", "ic-line", "stroke", panel.colour(), "d", path);
    }
  }

  private void band(Drawing drawing, List<Step> steps) {
    for (int i = 0; i < steps.size(); ) {
      int end = i + 1;
      while (end < steps.size() && continues(steps.get(end - 1), steps.get(end))) {
        end++;
      }
      band(drawing, steps.get(i), steps.get(end - 1).untilMicros());
      i = end;
    }
  }

  private static boolean continues(Step before, Step step) {
    return before.untilMicros() == step.fromMicros() && before.value() == step.value();
  }

  private void band(Drawing drawing, Step first, long untilMicros) {
    double x = time.x(first.fromMicros());
    double width = time.x(untilMicros) - x;
    boolean on = first.value() != 0;
    double height = on ? panel.height() : 1;
    drawing.mark(
        "rect",
        "x",
        x,
        "y",
        top + (panel.height() - height) / 2,
        "width",
        Math.max(width, on ? 1.0 : 0.0),
        "height",
        height,
        "fill",
        on ? panel.colour() : "#9ca3af");
  }

  private double y(double value) {
    return top + panel.height() * (1 - scale.share(value));
  }
}
