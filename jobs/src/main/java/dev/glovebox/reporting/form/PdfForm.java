package dev.glovebox.reporting.form;

import dev.glovebox.reporting.Language;
import dev.glovebox.reporting.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A report as a PDF with the font that it is set in, of the characters that it uses. */
public final class PdfForm {

  private static final float BODY = 9;
  private static final float SMALL = 7.5f;
  private static final float PADDING = 3;
  private static final float BAR = 10;
  private static final float LABEL_SHARE = 0.25f;
  private static final float NUMBER_SHARE = 0.15f;

  private final PdfSheet sheet;

  private PdfForm(PdfSheet sheet) {
    this.sheet = sheet;
  }

  /** The whole file. */
  public static byte[] of(Report report, Language language) throws IOException {
    Page page = PageMaker.of(report, language);
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(0L);
      document.getDocumentCatalog().setLanguage(page.languageTag());
      PDDocumentInformation information = new PDDocumentInformation();
      information.setTitle(page.title());
      document.setDocumentInformation(information);
      try (PdfSheet sheet = new PdfSheet(document)) {
        new PdfForm(sheet).write(page);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private void write(Page page) throws IOException {
    text(page.title(), 18);
    for (Page.Part part : page.parts()) {
      if (part instanceof Page.Heading heading) {
        sheet.skip(BODY * 2);
        sheet.need(BODY * 6);
        text(heading.text(), 13);
        sheet.rule();
      } else if (part instanceof Page.Paragraph paragraph) {
        text(paragraph.text(), BODY);
      } else if (part instanceof Page.Remark remark) {
        text("! " + remark.text(), BODY);
      } else if (part instanceof Page.Table table) {
        table(table);
      } else if (part instanceof Page.Chart chart) {
        chart(chart);
      }
    }
  }

  private void text(String text, float size) throws IOException {
    for (String line : sheet.wrapped(text, size, PdfSheet.WIDTH)) {
      sheet.need(size * 1.5f);
      sheet.down(size * 1.4f);
      sheet.show(line, size, 0);
    }
    sheet.skip(size * 0.4f);
  }

  private void table(Page.Table table) throws IOException {
    sheet.need(BODY * 6);
    text(table.caption(), BODY);
    float[] widths = widths(table);
    row(table.header(), table.labels(), widths);
    for (List<String> row : table.rows()) {
      row(row, table.labels(), widths);
    }
    sheet.skip(BODY);
  }

  private void row(List<String> cells, int labels, float[] widths) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    int height = 1;
    for (int column = 0; column < cells.size(); column++) {
      lines.add(sheet.wrapped(cells.get(column), SMALL, widths[column] - 2 * PADDING));
      height = Math.max(height, lines.get(column).size());
    }
    sheet.need(height * SMALL * 1.3f + 2 * PADDING);
    for (int line = 0; line < height; line++) {
      sheet.down(SMALL * 1.3f);
      float left = 0;
      for (int column = 0; column < widths.length; column++) {
        if (line < lines.get(column).size()) {
          String text = lines.get(column).get(line);
          float room = widths[column] - 2 * PADDING - sheet.width(text, SMALL);
          sheet.show(text, SMALL, left + PADDING + (column < labels ? 0 : room));
        }
        left += widths[column];
      }
    }
    sheet.skip(PADDING);
    sheet.rule();
  }

  /** As wide as what stands in them, and together as wide as the sheet. */
  private float[] widths(Page.Table table) throws IOException {
    float[] wanted = new float[table.header().size()];
    for (int column = 0; column < wanted.length; column++) {
      wanted[column] = Math.min(wish(table.header().get(column)), PdfSheet.WIDTH / 5);
      for (List<String> row : table.rows()) {
        wanted[column] = Math.max(wanted[column], wish(row.get(column)));
      }
      wanted[column] = Math.min(wanted[column], PdfSheet.WIDTH / 2);
    }
    float sum = 0;
    for (float each : wanted) {
      sum += each;
    }
    for (int column = 0; column < wanted.length; column++) {
      wanted[column] *= PdfSheet.WIDTH / sum;
    }
    return wanted;
  }

  private float wish(String text) throws IOException {
    return sheet.width(text, SMALL) + 2 * PADDING + 1;
  }

  private void chart(Page.Chart chart) throws IOException {
    float labels = PdfSheet.WIDTH * LABEL_SHARE;
    float room = PdfSheet.WIDTH * (1 - LABEL_SHARE - NUMBER_SHARE);
    for (Page.Bar bar : chart.bars()) {
      sheet.need(BAR * 1.5f);
      sheet.down(BAR * 1.4f);
      double share = chart.longest() == 0 ? 0 : Math.max(0, bar.value()) / chart.longest();
      float length = (float) (room * share);
      sheet.show(sheet.wrapped(bar.label(), SMALL, labels).get(0), SMALL, 0);
      sheet.bar(labels, length, BAR);
      sheet.show(bar.text(), SMALL, labels + length + PADDING);
    }
    sheet.skip(BODY);
  }
}
