package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.incident.IncidentRecord.Alert;
import dev.glovebox.delivery.incident.Silence.Gap;
import java.util.List;

/** One stretch of time of the chart: its strips, its warnings, its messages, its axis of time. */
final class ChartPart {

  private static final int HEADING = 18;
  private static final int NAME = 17;
  private static final int BELOW_PLOT = 8;
  private static final int NO_PLOT = 4;
  private static final int LANE = 14;
  private static final int MOST_LANES = 8;
  private static final int RUG = 10;
  private static final int AXIS = 34;

  /** What the words of a gap need. */
  private static final int GAP_TEXT = 100;

  private final Incident incident;
  private final List<Panel> panels;
  private final List<Track> tracks;
  private final List<Gap> silences;
  private final ChartTime time;
  private final String name;
  private final List<Alert> warnings;

  /**
   * @param name of its words
   */
  ChartPart(
      Incident incident, List<Panel> panels, List<Gap> silences, ChartTime time, String name) {
    this.incident = incident;
    this.panels = panels;
    this.tracks = panels.stream().map(panel -> Track.of(incident, panel.column())).toList();
    this.silences = silences;
    this.time = time;
    this.name = name;
    this.warnings =
        incident.found().alerts().stream().filter(each -> time.holds(each.micros())).toList();
  }

  int height() {
    int height = HEADING + NAME + warningsHeight() + NAME + RUG + AXIS;
    for (int i = 0; i < panels.size(); i++) {
      height += NAME + plotHeight(i);
    }
    return height;
  }

  private int plotHeight(int panel) {
    return tracks.get(panel).isEmpty() ? NO_PLOT : panels.get(panel).height() + BELOW_PLOT;
  }

  private int warningsHeight() {
    return warnings.isEmpty() ? NO_PLOT : lanes() * LANE + BELOW_PLOT;
  }

  private int lanes() {
    return Math.min(warnings.size(), MOST_LANES);
  }

  void draw(Drawing drawing, int top) {
    int bottom = top + height() - AXIS;
    drawing.text("text", words("chart.part." + name), "class", "ic-part", "x", 8, "y", top + 8);
    int y = top + HEADING;
    gaps(drawing, y, bottom);
    ticks(drawing, y, bottom);
    for (int i = 0; i < panels.size(); i++) {
      panel(drawing, i, y);
      y += NAME + plotHeight(i);
    }
    warnings(drawing, y);
    y += NAME + warningsHeight();
    messages(drawing, y);
    instant(drawing, top + HEADING - 4, bottom);
  }

  private void gaps(Drawing drawing, int top, int bottom) {
    for (Gap gap : silences) {
      double from = time.x(gap.fromMicros());
      double width = time.x(gap.untilMicros()) - from;
      if (width > 0) {
        drawing.mark(
            "rect", "class", "ic-gap", "x", from, "y", top, "width", width, "height", bottom - top);
        String text = incident.words().text("chart.gap", gap.micros() / 60_000_000);
        if (width > GAP_TEXT) {
          drawing.text(
              "text",
              text,
              "class",
              "ic-gap-text",
              "x",
              from + width / 2,
              "y",
              top + NAME + panels.get(0).height() / 2);
        }
      }
    }
  }

  private void ticks(Drawing drawing, int top, int bottom) {
    long at = incident.order().atMicros();
    for (long tick : time.ticks(at)) {
      double x = time.x(tick);
      drawing.mark("line", "class", "ic-grid", "x1", x, "x2", x, "y1", top, "y2", bottom);
      String clock = incident.times().clock(tick);
      drawing.text("text", clock, "class", "ic-x", "x", x, "y", bottom + 12);
      drawing.text("text", since(tick - at), "class", "ic-x", "x", x, "y", bottom + 24);
    }
  }

  /** How long before or after the instant, such as {@code -10 min}. */
  private String since(long micros) {
    String sign = micros > 0 ? "+" : micros < 0 ? "\u2212" : "";
    long seconds = Math.abs(micros) / 1_000_000;
    boolean minutes = seconds % 60 == 0 && seconds > 0;
    String unit = words(minutes ? "unit.min" : "unit.s");
    return sign + (minutes ? seconds / 60 : seconds) + " " + unit;
  }

  private void panel(Drawing drawing, int index, int top) {
    Panel panel = panels.get(index);
    Track track = tracks.get(index);
    String unit =
        incident
            .channels()
            .find(panel.column())
            .flatMap(each -> each.signal().unit())
            .map(code -> incident.words().textOr("unit." + code, code))
            .map(each -> " (" + each + ")")
            .orElse("");
    name(drawing, words("chart." + panel.key()) + unit, track.isEmpty() ? missing(panel) : "", top);
    if (!track.isEmpty()) {
      Strip strip = new Strip(panel, time, top + NAME);
      strip.draw(drawing, track.steps(time.fromMicros(), time.untilMicros(), silences));
      strip.dots(drawing, track);
    }
  }

  private String missing(Panel panel) {
    boolean known = incident.channels().find(panel.column()).isPresent();
    return words(known ? "chart.unsent" : "chart.never");
  }

  private void name(Drawing drawing, String name, String note, int top) {
    drawing.open("text", "x", time.left(), "y", top + 12);
    drawing.text("tspan", name, "class", "ic-name");
    drawing.text("tspan", note, "class", "ic-none", "dx", 6);
    drawing.close();
  }

  private void warnings(Drawing drawing, int top) {
    boolean none = warnings.isEmpty();
    boolean more = warnings.size() > MOST_LANES;
    String note = none ? words("chart.warnings.none") : more ? words("chart.warnings.more") : "";
    name(drawing, words("chart.warnings"), note, top);
    for (int lane = 0; lane < lanes(); lane++) {
      warning(drawing, warnings.get(lane), top + NAME + lane * LANE);
    }
  }

  private void warning(Drawing drawing, Alert alert, int top) {
    double x = time.x(alert.micros());
    boolean onTheLeft = x > (time.left() + time.right()) / 2;
    double middle = top + LANE / 2.0;
    String diamond = "M" + Drawing.tenths(x) + " " + Drawing.tenths(middle - 4) + "l4 4-4 4-4-4z";
    drawing.mark("path", "class", "ic-warning", "d", diamond);
    drawing.text(
        "text",
        alert.name() == null ? "" : alert.name(),
        "x",
        onTheLeft ? x - 7 : x + 7,
        "y",
        middle + 3.5,
        "text-anchor",
        onTheLeft ? "end" : "start");
  }

  private void messages(Drawing drawing, int top) {
    name(drawing, words("chart.messages"), words("chart.messages.note"), top);
    double last = -1;
    StringBuilder rug = new StringBuilder();
    for (long instant : incident.channels().messages().instants()) {
      double x = time.x(instant);
      if (time.holds(instant) && x - last >= 0.3) {
        rug.append('M').append(Drawing.tenths(x)).append(' ').append(top + NAME).append('v');
        rug.append(RUG);
        last = x;
      }
    }
    if (rug.length() > 0) {
      drawing.mark("path", "class", "ic-rug", "d", rug);
    }
  }

  private void instant(Drawing drawing, int top, int bottom) {
    double x = time.x(incident.order().atMicros());
    drawing.mark("line", "class", "ic-at", "x1", x, "x2", x, "y1", top, "y2", bottom);
    drawing.text("text", words("chart.at"), "class", "ic-at-text", "x", x, "y", top - 3);
  }

  private String words(String key) {
    return incident.words().text(key);
  }
}
