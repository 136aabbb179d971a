package dev.glovebox.trip;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time in microseconds since the epoch, both ends in it. */
record Span(long fromMicros, long toMicros) implements Serializable {

  private static final long REACH = Limits.REACH.toSeconds() * 1_000_000;

  /** As far as what is in it may have a say. */
  Span reaching() {
    return new Span(fromMicros - REACH, toMicros + REACH);
  }

  boolean holds(long micros) {
    return micros >= fromMicros && micros <= toMicros;
  }

  boolean touches(Span other) {
    return fromMicros <= other.toMicros && toMicros >= other.fromMicros;
  }

  /**
   * What has to be derived again, as stretches that do not touch, in order.
   *
   * @param changed where readings came, went or changed
   * @param derived the drives and charges that were derived before
   */
  static List<Span> toDeriveAgain(List<Span> changed, List<Span> derived) {
    List<Span> spans = merged(changed.stream().map(Span::reaching).toList());
    List<Span> apart = new ArrayList<>(derived);
    while (true) {
      List<Span> known = spans;
      List<Span> touched =
          apart.stream().filter(each -> known.stream().anyMatch(each::touches)).toList();
      if (touched.isEmpty()) {
        return spans;
      }
      apart.removeAll(touched);
      List<Span> more = new ArrayList<>(spans);
      touched.forEach(each -> more.add(each.reaching()));
      spans = merged(more);
    }
  }

  private static List<Span> merged(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparingLong(Span::fromMicros)).toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).touches(span)) {
        Span before = merged.get(last);
        merged.set(last, new Span(before.fromMicros, Math.max(before.toMicros, span.toMicros)));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }
}
