package dev.glovebox.publishing;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * When each vehicle's late messages lie, and before them the time in which a position still stands
 * for them: what earlier batch dates know of it has to be known.
 */
final class LateSpans implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, Receipts.Span> spans = new HashMap<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param late from when to when, by vehicle; not empty
   * @param positionCarryMicros how long a position stands for the messages after it
   */
  LateSpans(Map<String, Receipts.Span> late, long positionCarryMicros) {
    late.forEach(
        (vin, span) -> {
          long from = span.first() - positionCarryMicros;
          spans.put(vin, new Receipts.Span(from, span.last()));
          first = Math.min(first, from);
          last = Math.max(last, span.last());
        });
  }

  /** In microseconds since the epoch. */
  long first() {
    return first;
  }

  /** Inclusive, in microseconds since the epoch. */
  long last() {
    return last;
  }

  boolean hold(String vin, long micros) {
    Receipts.Span span = spans.get(vin);
    return span != null && span.first() <= micros && micros <= span.last();
  }
}
