package dev.glovebox.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads gzip members one after the other (RFC 1952) to the end of the object. The JDK's own stream
 * takes trailing garbage for the end, and others lose what they inflated just before a fault; this
 * one hands that out first, then reports the fault.
 */
final class GzipMembers extends InputStream {
  private static final int TRAILER_BYTES = 8;

  private enum Place {
    BEFORE_FIRST,
    IN_BODY,
    AT_TRAILER,
    BETWEEN
  }

  private final GzipInput input;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private Place place = Place.BEFORE_FIRST;
  private CorruptObjectException fault;

  GzipMembers(InputStream stored) {
    this.input = new GzipInput(stored);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (fault == null && moveToBody()) {
      int count = inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
    }
    if (fault != null) {
      throw fault;
    }
    return -1;
  }

  /** False at the end of the object. */
  private boolean moveToBody() throws IOException {
    if (place == Place.AT_TRAILER) {
      checkTrailer();
    }
    if (place == Place.BETWEEN && !input.hasMore()) {
      return false;
    }
    if (place != Place.IN_BODY) {
      input.skipHeader();
      inflater.reset();
      checksum.reset();
      place = Place.IN_BODY;
    }
    return true;
  }

  private int inflate(byte[] target, int offset, int length) {
    long before = inflater.getBytesWritten();
    try {
      int count = 0;
      while (count == 0 && !inflater.finished()) {
        feed();
        count = inflater.inflate(target, offset, length);
      }
      if (inflater.finished()) {
        input.giveBack(inflater.getRemaining());
        place = Place.AT_TRAILER;
      }
      return count;
    } catch (DataFormatException broken) {
      fault = new CorruptObjectException("the deflated data is broken", broken);
    } catch (CorruptObjectException truncated) {
      fault = truncated;
    }
    return (int) (inflater.getBytesWritten() - before);
  }

  private void feed() throws CorruptObjectException, DataFormatException {
    if (inflater.needsDictionary()) {
      throw new DataFormatException("gzip has no dictionaries");
    }
    if (inflater.needsInput()) {
      input.feed(inflater);
    }
  }

  private void checkTrailer() throws CorruptObjectException {
    long crc = 0;
    long size = 0;
    for (int i = 0; i < TRAILER_BYTES; i++) {
      long next = input.next();
      if (i < TRAILER_BYTES / 2) {
        crc |= next << (8 * i);
      } else {
        size |= next << (8 * (i - TRAILER_BYTES / 2));
      }
    }
    if (crc != checksum.getValue() || size != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
      throw new CorruptObjectException("a gzip member does not match its checksum");
    }
    place = Place.BETWEEN;
  }

  @Override
  public void close() {
    inflater.end();
    input.close();
  }
}
