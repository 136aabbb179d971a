package dev.glovebox.delivery.incident;

/** How the chart looks, on paper and on a screen; the drawing carries it with it. */
final class ChartStyle {

  static final String TEXT =
      """
      .ic-paper { fill: #fff }
      text { font-family: system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-size: 10.5px; fill: #1f2937 }
      .ic-title { font-size: 16px; font-weight: 600 }
      .ic-part { font-size: 13px; font-weight: 600 }
      .ic-name { font-size: 11px; font-weight: 600 }
      .ic-note { fill: #4b5563 }
      .ic-none { fill: #4b5563; font-style: italic }
      .ic-y { text-anchor: end; font-size: 9.5px; fill: #4b5563 }
      .ic-x { text-anchor: middle; font-size: 9.5px; fill: #4b5563 }
      .ic-grid { stroke: #e5e7eb; stroke-width: 1 }
      .ic-frame { stroke: #9ca3af; stroke-width: 1; fill: none }
      .ic-line { fill: none; stroke-width: 1.6; stroke-linejoin: round }
      .ic-gap { fill: url(#ic-hatch) }
      .ic-gap-text { text-anchor: middle; font-size: 9.5px; fill: #4b5563 }
      .ic-at { stroke: #111827; stroke-width: 1.4; stroke-dasharray: 5 3 }
      .ic-at-text { text-anchor: middle; font-size: 10.5px; font-weight: 600 }
      .ic-rug { stroke: #374151; stroke-width: 0.8 }
      .ic-warning { fill: #c2410c }
      """;

  private ChartStyle() {}

  /** Hatching for times without data. */
  static void pattern(Drawing drawing) {
    drawing.open("defs");
    drawing.open(
        "pattern", "id", "ic-hatch", "width", 6, "height", 6, "patternUnits", "userSpaceOnUse");
    drawing.mark("rect", "width", 6, "height", 6, "fill", "#f3f4f6");
    drawing.mark("path", "d", "M-1 7 L7 -1", "stroke", "#cbd0d8", "stroke-width", 1);
    drawing.close().close();
  }
}
