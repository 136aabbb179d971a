package dev.glovebox.source;

import dev.glovebox.source.Line.Encoding;
import dev.glovebox.source.Line.Extent;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits an object into lines in one reused buffer, which never holds much more than one line or
 * one read. Blank lines are numbered and skipped, a carriage return before the line break and a
 * UTF-8 byte order mark at the start are not part of the line.
 */
final class Lines {
  private static final int READ_BYTES = 1 << 16;

  /** A carriage return may follow a line of just the limit, a byte order mark may precede it. */
  private static final int SLACK_BYTES = 4;

  private final InputStream plain;
  private final int limitBytes;
  private final LineBreaks breaks = new LineBreaks();
  private byte[] buffer = new byte[READ_BYTES];
  private int lineStart;
  private int scanned;
  private int filled;
  private long position;
  private boolean ended;
  private boolean corrupt;

  Lines(InputStream plain, int limitBytes) {
    this.plain = plain;
    this.limitBytes = limitBytes;
  }

  /** Whether the object ended where its bytes no longer decompress. Known once all is read. */
  boolean corrupt() {
    return corrupt;
  }

  /** The next line that is not blank, or null at the end. */
  Line next() throws IOException {
    Line line = nextOfAny();
    while (line != null && isBlank(line)) {
      line = nextOfAny();
    }
    return line;
  }

  private Line nextOfAny() throws IOException {
    breaks.startLine();
    while (true) {
      int lineBreak = breaks.find(buffer, scanned, filled);
      if (lineBreak >= 0) {
        return endAt(lineBreak, lineBreak + 1, Extent.WHOLE);
      }
      scanned = filled;
      if (filled - lineStart > (long) limitBytes + SLACK_BYTES) {
        return skipRest();
      }
      if (!fill()) {
        Extent extent = corrupt ? Extent.CUT : Extent.WHOLE;
        return filled > lineStart ? endAt(filled, filled, extent) : null;
      }
    }
  }

  private Line endAt(int end, int next, Extent extent) {
    position++;
    int start = position == 1 ? afterByteOrderMark(end) : lineStart;
    int trimmed = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
    lineStart = next;
    scanned = next;
    return trimmed - start > limitBytes
        ? tooLong(buffer, start)
        : new Line(buffer, start, trimmed, position, extent, breaks.encoding());
  }

  /** Reads on to the line break and keeps only the first bytes. */
  private Line skipRest() throws IOException {
    position++;
    int start = position == 1 ? afterByteOrderMark(filled) : lineStart;
    Line head = tooLong(buffer, start);
    int lineBreak = -1;
    while (lineBreak < 0 && refill()) {
      lineBreak = breaks.find(buffer, 0, filled);
    }
    lineStart = lineBreak < 0 ? filled : lineBreak + 1;
    scanned = lineStart;
    return head;
  }

  private Line tooLong(byte[] bytes, int start) {
    int kept = Math.min(limitBytes, RawText.LIMIT_BYTES) + 1;
    byte[] head = Arrays.copyOfRange(bytes, start, start + kept);
    return new Line(head, 0, kept, position, Extent.TOO_LONG, Encoding.OTHER);
  }

  private int afterByteOrderMark(int end) {
    boolean marked =
        end - lineStart >= 3
            && buffer[lineStart] == (byte) 0xEF
            && buffer[lineStart + 1] == (byte) 0xBB
            && buffer[lineStart + 2] == (byte) 0xBF;
    return marked ? lineStart + 3 : lineStart;
  }

  private static boolean isBlank(Line line) {
    for (int i = line.start(); i < line.end(); i++) {
      byte next = line.bytes()[i];
      if (next != ' ' && next != '\t' && next != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Makes room behind what is buffered and reads. False at the end of the object. */
  private boolean fill() throws IOException {
    if (lineStart > 0) {
      System.arraycopy(buffer, lineStart, buffer, 0, filled - lineStart);
      scanned -= lineStart;
      filled -= lineStart;
      lineStart = 0;
    }
    if (filled == buffer.length) {
      long doubled = 2L * buffer.length;
      long enough = (long) limitBytes + SLACK_BYTES + READ_BYTES;
      buffer = Arrays.copyOf(buffer, (int) Math.min(doubled, enough));
    }
    return readInto(filled);
  }

  /** Reads over what is buffered. False at the end of the object. */
  private boolean refill() throws IOException {
    filled = 0;
    return readInto(0);
  }

  private boolean readInto(int offset) throws IOException {
    if (ended) {
      return false;
    }
    try {
      int count = plain.read(buffer, offset, buffer.length - offset);
      ended = count < 0;
      filled = offset + Math.max(0, count);
    } catch (CorruptObjectException end) {
      corrupt = true;
      ended = true;
    }
    return !ended;
  }
}
