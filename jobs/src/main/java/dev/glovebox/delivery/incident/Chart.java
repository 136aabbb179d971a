package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.incident.Silence.Gap;
import java.util.List;

/**
 * The chart: the whole stretch of time, and below it the seconds around the instant, each in strips
 * over one axis of time. Values hold in steps until the next is sent; where the vehicle is silent
 * nothing is drawn.
 */
final class Chart {

  static final String FILE = "chart.svg";

  private static final int WIDTH = 760;
  private static final double LEFT = 46;
  private static final double RIGHT = WIDTH - 30.0;
  private static final long AROUND_MICROS = 15_000_000;
  private static final int TOP = 62;
  private static final int BETWEEN = 26;

  private static final List<Panel> PANELS =
      List.of(
          Panel.line("speed", "speed_kmh", 84, "#1d4ed8"),
          Panel.line("accelerator", "accelerator_pedal_percent", 52, "#15803d"),
          Panel.band("brake", "brake_pedal_pressed", "#b91c1c"),
          Panel.line("brake_pressure", "brake_master_cylinder_pressure_bar", 52, "#b91c1c"),
          Panel.line("acceleration", "longitudinal_acceleration_mps2", 52, "#7c3aed"),
          Panel.line("steering", "steering_angle_deg", 52, "#a16207"));

  private final Incident incident;
  private final List<Gap> silences;

  private Chart(Incident incident) {
    this.incident = incident;
    this.silences = incident.channels().messages().gaps();
  }

  /** The whole drawing, as text. */
  static String of(Incident incident) {
    return new Chart(incident).drawn();
  }

  private String drawn() {
    IncidentOrder order = incident.order();
    ChartPart whole = part(order.fromMicros(), order.untilMicros(), "whole");
    ChartPart close =
        part(
            Math.max(order.fromMicros(), order.atMicros() - AROUND_MICROS),
            Math.min(order.untilMicros(), order.atMicros() + AROUND_MICROS),
            "close");
    int height = TOP + whole.height() + BETWEEN + close.height() + 8;
    Drawing drawing = new Drawing(WIDTH, height, text("chart.title"), text("chart.description"));
    drawing.text("style", ChartStyle.TEXT);
    ChartStyle.pattern(drawing);
    drawing.mark("rect", "class", "ic-paper", "width", WIDTH, "height", height);
    heading(drawing);
    whole.draw(drawing, TOP);
    close.draw(drawing, TOP + whole.height() + BETWEEN);
    return drawing.end();
  }

  private ChartPart part(long fromMicros, long untilMicros, String name) {
    ChartTime time = new ChartTime(fromMicros, untilMicros, LEFT, RIGHT);
    return new ChartPart(incident, PANELS, silences, time, name);
  }

  private void heading(Drawing drawing) {
    long at = incident.order().atMicros();
    drawing.text("text", text("chart.title"), "class", "ic-title", "x", 8, "y", 20);
    String vehicle = incident.words().text("chart.vehicle", incident.maskedVin());
    drawing.text("text", vehicle, "class", "ic-note", "x", 8, "y", 37);
    String instant =
        incident
            .words()
            .text(
                "chart.instant",
                incident.times().dated(at),
                incident.times().zoneAt(at),
                Times.utc(at));
    drawing.text("text", instant, "class", "ic-note", "x", 8, "y", 52);
  }

  private String text(String key) {
    return incident.words().text(key);
  }
}
