package dev.glovebox.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** The compressed bytes of a gzip object, buffered, with the member headers read by hand. */
final class GzipInput {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int FIXED_HEADER_REST = 6;
  private static final int DEFLATE = 8;
  private static final int HEADER_CHECKSUM = 2;
  private static final int EXTRA_FIELD = 4;
  private static final int FILE_NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream stored;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final CRC32 headerChecksum = new CRC32();
  private int position;
  private int filled;

  GzipInput(InputStream stored) {
    this.stored = stored;
  }

  boolean hasMore() {
    return position < filled || fill();
  }

  /** The next byte. Throws {@link CorruptObjectException} at the end of the object. */
  int next() throws CorruptObjectException {
    if (!hasMore()) {
      throw truncated();
    }
    return buffer[position++] & 0xFF;
  }

  /** Hands all that is buffered to the inflater. */
  void feed(Inflater inflater) throws CorruptObjectException {
    if (!hasMore()) {
      throw truncated();
    }
    inflater.setInput(buffer, position, filled - position);
    position = filled;
  }

  /** Takes back what the inflater did not need of the bytes that it was fed last. */
  void giveBack(int count) {
    position = filled - count;
  }

  void skipHeader() throws CorruptObjectException {
    headerChecksum.reset();
    if (header() != 0x1F || header() != 0x8B || header() != DEFLATE) {
      throw new CorruptObjectException("what follows is not a gzip member");
    }
    int flags = header();
    if ((flags & RESERVED) != 0) {
      throw new CorruptObjectException("a gzip member has unknown flags");
    }
    skip(FIXED_HEADER_REST);
    if ((flags & EXTRA_FIELD) != 0) {
      skip(header() | header() << 8);
    }
    skipTexts(flags);
    checkHeader(flags);
  }

  private void skipTexts(int flags) throws CorruptObjectException {
    int texts = Integer.bitCount(flags & (FILE_NAME | COMMENT));
    while (texts > 0) {
      if (header() == 0) {
        texts--;
      }
    }
  }

  private void checkHeader(int flags) throws CorruptObjectException {
    if ((flags & HEADER_CHECKSUM) == 0) {
      return;
    }
    int expected = (int) headerChecksum.getValue() & 0xFFFF;
    if ((next() | next() << 8) != expected) {
      throw new CorruptObjectException("a gzip header does not match its checksum");
    }
  }

  private void skip(int count) throws CorruptObjectException {
    for (int i = 0; i < count; i++) {
      header();
    }
  }

  private int header() throws CorruptObjectException {
    int next = next();
    headerChecksum.update(next);
    return next;
  }

  private boolean fill() {
    try {
      position = 0;
      filled = Math.max(0, stored.read(buffer, 0, buffer.length));
      return filled > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static CorruptObjectException truncated() {
    return new CorruptObjectException("the object ends within a gzip member");
  }

  void close() {
    try {
      stored.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
