package dev.glovebox.trip;

import java.util.ArrayList;
import java.util.List;

/** The stretches of one vehicle that are derived again, and the readings that are read for them. */
final class Windows {

  private final List<Span> spans;
  private final List<Span> read = new ArrayList<>();

  /**
   * @param spans that do not touch, in order
   */
  Windows(List<Span> spans) {
    this.spans = List.copyOf(spans);
    for (Span span : spans) {
      Span wide = span.reaching();
      int last = read.size() - 1;
      if (last >= 0 && read.get(last).touches(wide)) {
        read.set(last, new Span(read.get(last).fromMicros(), wide.toMicros()));
      } else {
        read.add(wide);
      }
    }
  }

  /** Which connected stretch of readings an instant lies in; -1 for none. */
  int of(long micros) {
    return find(read, micros);
  }

  /** Whether what begins then is derived again. */
  boolean begins(long micros) {
    return find(spans, micros) >= 0;
  }

  private static int find(List<Span> spans, long micros) {
    int low = 0;
    int high = spans.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Span span = spans.get(middle);
      if (span.holds(micros)) {
        return middle;
      }
      if (micros < span.fromMicros()) {
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return -1;
  }
}
