package dev.glovebox.reporting.form;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sheets of paper that are written on from top to bottom; lengths in points. */
final class PdfSheet implements Closeable {

  private static final float MARGIN = 48;
  private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";

  /** Stands for a character that the font does not have. */
  private static final int NO_GLYPH = 0x25A1;

  /** How wide a line may be. */
  static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDDocument document;
  private final PDType0Font font;
  private final CmapLookup glyphs;
  private PDPageContentStream content;
  private float y;

  PdfSheet(PDDocument document) throws IOException {
    this.document = document;
    try (InputStream bytes = PdfSheet.class.getResourceAsStream(FONT)) {
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
      this.glyphs = parsed.getUnicodeCmapLookup();
      this.font = PDType0Font.load(document, parsed, true);
    }
    turn();
  }

  /** Turns to a new sheet unless there is so much room. */
  void need(float height) throws IOException {
    if (y - height < MARGIN) {
      turn();
    }
  }

  void down(float height) {
    y -= height;
  }

  void skip(float height) {
    y -= height;
  }

  void show(String text, float size, float left) throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(MARGIN + left, y);
    content.showText(printable(text));
    content.endText();
  }

  void rule() throws IOException {
    content.setLineWidth(0.4f);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
  }

  void bar(float left, float length, float height) throws IOException {
    content.setNonStrokingColor(0.16f, 0.44f, 0.59f);
    content.addRect(MARGIN + left, y - height * 0.2f, length, height);
    content.fill();
    content.setNonStrokingColor(0f, 0f, 0f);
  }

  float width(String text, float size) throws IOException {
    return font.getStringWidth(printable(text)) / 1000 * size;
  }

  /**
   * The lines that a text takes; it is broken at blanks, and anywhere beside a Chinese character.
   */
  List<String> wrapped(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (width(rest, size) > width && rest.length() > 1) {
      int end = fitting(rest, size, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private int fitting(String text, float size, float width) throws IOException {
    int end = 0;
    int breakAt = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      if (width(text.substring(0, next), size) > width) {
        break;
      }
      end = next;
      if (end < text.length() && mayBreak(text, end)) {
        breakAt = end;
      }
    }
    int first = Character.charCount(text.codePointAt(0));
    return Math.max(first, breakAt > 0 ? breakAt : end);
  }

  private static boolean mayBreak(String text, int at) {
    int before = text.codePointBefore(at);
    return Character.isWhitespace(before)
        || Character.isIdeographic(before)
        || Character.isIdeographic(text.codePointAt(at));
  }

  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isWhitespace(point) ? ' ' : point)
        .map(point -> glyphs.getGlyphId(point) == 0 ? NO_GLYPH : point)
        .forEach(printable::appendCodePoint);
    return printable.toString();
  }

  private void turn() throws IOException {
    if (content != null) {
      content.close();
    }
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
