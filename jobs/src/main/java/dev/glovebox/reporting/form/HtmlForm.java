package dev.glovebox.reporting.form;

import dev.glovebox.reporting.Language;
import dev.glovebox.reporting.Report;
import java.util.List;
import java.util.Locale;

/** A report as one HTML file that needs no network and prints well. */
public final class HtmlForm {

  private static final int BAR = 18;
  private static final int WIDTH = 640;
  private static final int LABELS = 170;
  private static final int NUMBERS = 110;

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,"Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;
      max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
      h1{font-size:1.7rem}h2{margin-top:2.4rem;border-bottom:2px solid #2a6f97}
      table{border-collapse:collapse;margin:1rem 0;width:100%;font-size:.9rem}
      caption{text-align:left;font-weight:600;padding:.3rem 0}
      th,td{border-bottom:1px solid #d0d7de;padding:.25rem .5rem;text-align:right}
      th.label,td.label{text-align:left}thead th{border-bottom:2px solid #57606a}
      p.remark{border-left:4px solid #b35900;padding-left:.7rem}
      svg{max-width:100%;height:auto}svg text{font-size:12px;fill:#1b1f24}
      @media print{body{margin:0;max-width:none;font-size:10pt}tr,svg{break-inside:avoid}
      h2{break-after:avoid}}
      """;

  private final StringBuilder html = new StringBuilder();

  private HtmlForm() {}

  /** The whole file. */
  public static String of(Report report, Language language) {
    return new HtmlForm().of(PageMaker.of(report, language));
  }

  private String of(Page page) {
    html.append("<!doctype html>\n<html lang=\"").append(page.languageTag()).append("\">\n");
    html.append("<head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    element("title", page.title());
    html.append("<style>").append(STYLE).append("</style></head>\n<body>\n");
    element("h1", page.title());
    page.parts().forEach(this::part);
    return html.append("</body>\n</html>\n").toString();
  }

  private void part(Page.Part part) {
    if (part instanceof Page.Heading heading) {
      element("h2", heading.text());
    } else if (part instanceof Page.Paragraph paragraph) {
      element("p", paragraph.text());
    } else if (part instanceof Page.Remark remark) {
      html.append("<p class=\"remark\">").append(escaped(remark.text())).append("</p>\n");
    } else if (part instanceof Page.Table table) {
      table(table);
    } else if (part instanceof Page.Chart chart) {
      chart(chart);
    }
  }

  private void element(String name, String text) {
    html.append('<').append(name).append('>').append(escaped(text));
    html.append("</").append(name).append(">\n");
  }

  private void table(Page.Table table) {
    html.append("<table>");
    element("caption", table.caption());
    html.append("<thead>");
    row("th", table.header(), table.labels());
    html.append("</thead><tbody>\n");
    table.rows().forEach(row -> row("td", row, table.labels()));
    html.append("</tbody></table>\n");
  }

  private void row(String cell, List<String> texts, int labels) {
    html.append("<tr>");
    for (int column = 0; column < texts.size(); column++) {
      html.append('<').append(cell).append(column < labels ? " class=\"label\">" : ">");
      html.append(escaped(texts.get(column))).append("</").append(cell).append('>');
    }
    html.append("</tr>\n");
  }

  private void chart(Page.Chart chart) {
    int height = chart.bars().size() * (BAR + 6);
    html.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\">",
            WIDTH,
            height,
            WIDTH,
            escaped(chart.caption())));
    double longest = chart.longest();
    for (int i = 0; i < chart.bars().size(); i++) {
      bar(chart.bars().get(i), i * (BAR + 6), longest);
    }
    html.append("</svg>\n");
  }

  private void bar(Page.Bar bar, int top, double longest) {
    double length =
        longest == 0 ? 0 : Math.max(0, bar.value()) / longest * (WIDTH - LABELS - NUMBERS);
    html.append(
        String.format(
            Locale.ROOT,
            "<text x=\"0\" y=\"%1$d\">%2$s</text><rect x=\"%3$d\" y=\"%4$d\" width=\"%5$.1f\""
                + " height=\"%6$d\" fill=\"#2a6f97\"/><text x=\"%7$.1f\" y=\"%1$d\">%8$s</text>\n",
            top + 14,
            escaped(bar.label()),
            LABELS,
            top,
            length,
            BAR,
            LABELS + length + 6,
            escaped(bar.text())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
