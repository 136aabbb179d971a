package dev.glovebox.delivery.incident;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When something was sent in a stretch of time, and when not.
 *
 * @param fromMicros where the stretch begins
 * @param untilMicros where it ends
 * @param instants of what was sent, ascending, inside the stretch
 */
record Silence(long fromMicros, long untilMicros, long[] instants) {

  /** From this on, a time without anything is called a gap: a minute. */
  static final long GAP_MICROS = 60_000_000;

  /** A time in which nothing was sent. */
  record Gap(long fromMicros, long untilMicros) {
    long micros() {
      return untilMicros - fromMicros;
    }
  }

  /** Between one and the next; empty for fewer than two. */
  private long[] intervals() {
    long[] intervals = new long[Math.max(0, instants.length - 1)];
    Arrays.setAll(intervals, i -> instants[i + 1] - instants[i]);
    return intervals;
  }

  /** The middle interval, the lower one of two; 0 where there is none. */
  long medianMicros() {
    long[] sorted = intervals();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
  }

  /** The longest interval; 0 where there is none. */
  long longestMicros() {
    return LongStream.of(intervals()).max().orElse(0);
  }

  /** The times of a minute and more without anything, those at both ends of the stretch too. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    long last = fromMicros;
    for (long instant : instants) {
      add(last, instant, gaps);
      last = instant;
    }
    add(last, untilMicros, gaps);
    return gaps;
  }

  private static void add(long from, long until, List<Gap> gaps) {
    if (until - from >= GAP_MICROS) {
      gaps.add(new Gap(from, until));
    }
  }
}
