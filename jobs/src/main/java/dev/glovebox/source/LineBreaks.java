package dev.glovebox.source;

import dev.glovebox.source.Line.Encoding;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds line breaks eight bytes at a time, and notices in passing whether a line is ASCII. It may
 * take an ASCII line for another, never the other way round.
 */
final class LineBreaks {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long LINE_BREAKS = LOW_BITS * '\n';

  private long seen;

  void startLine() {
    seen = 0;
  }

  Encoding encoding() {
    return (seen & HIGH_BITS) == 0 ? Encoding.ASCII : Encoding.OTHER;
  }

  /** The index of the first line break in a range, or -1. */
  int find(byte[] bytes, int from, int to) {
    int at = from;
    long met = seen;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long word = (long) WORDS.get(bytes, at);
      met |= word;
      long difference = word ^ LINE_BREAKS;
      long zeros = (difference - LOW_BITS) & ~difference & HIGH_BITS;
      if (zeros != 0) {
        seen = met;
        return at + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
      }
    }
    seen = met;
    return findInTail(bytes, at, to);
  }

  private int findInTail(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      seen |= bytes[at];
      if (bytes[at] == '\n') {
        return at;
      }
    }
    return -1;
  }
}
