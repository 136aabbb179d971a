package dev.glovebox.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** Bytes of JSON, appended without objects in between; reusable. */
final class JsonBytes {

  private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private byte[] bytes = new byte[1 << 14];
  private int size;
  private long day = Long.MIN_VALUE;
  private byte[] date;

  /** Whether the trailing zeros of a decimal are written. */
  enum Zeros {
    KEPT,
    CUT
  }

  int size() {
    return size;
  }

  void cutTo(int length) {
    size = length;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  JsonBytes ascii(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  JsonBytes utf8(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8));
  }

  JsonBytes raw(byte[] text) {
    room(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  JsonBytes put(char ascii) {
    room(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  JsonBytes number(long value) {
    room(20);
    long rest = value;
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    int end = size + digits(rest);
    for (int i = end - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
    return this;
  }

  /** A whole number of tens, hundredths and so on. */
  JsonBytes decimal(long value, int decimals, Zeros zeros) {
    if (value < 0) {
      put('-');
    }
    long positive = Math.abs(value);
    number(positive / TENS[decimals]);
    long fraction = positive % TENS[decimals];
    int places = decimals;
    while (zeros == Zeros.CUT && places > 0 && fraction % 10 == 0) {
      fraction /= 10;
      places--;
    }
    if (places > 0) {
      put('.');
      padded(fraction, places);
    }
    return this;
  }

  /** An instant in UTC with as many decimals of a second as it needs: 3, 6 or 9. */
  JsonBytes instant(long micros, int nanos) {
    long days = Math.floorDiv(micros, Calendar.DAY);
    if (days != day) {
      day = days;
      date = LocalDate.ofEpochDay(days).toString().getBytes(StandardCharsets.US_ASCII);
    }
    long ofDay = Math.floorMod(micros, Calendar.DAY);
    raw(date).put('T');
    padded(ofDay / Calendar.HOUR, 2).put(':');
    padded(ofDay / Calendar.MINUTE % 60, 2).put(':');
    padded(ofDay / Calendar.SECOND % 60, 2).put('.');
    long fraction = ofDay % Calendar.SECOND;
    if (nanos > 0) {
      padded(fraction * 1_000 + nanos, 9);
    } else if (fraction % 1_000 == 0) {
      padded(fraction / 1_000, 3);
    } else {
      padded(fraction, 6);
    }
    return put('Z');
  }

  JsonBytes padded(long value, int width) {
    room(width);
    long rest = value;
    for (int i = size + width - 1; i >= size; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += width;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
