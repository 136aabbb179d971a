package dev.glovebox.delivery.incident;

import dev.glovebox.signal.Signal;
import java.util.Map;

/**
 * What became of one signal in the stretch of an incident.
 *
 * @param signal of the catalogue
 * @param sourceName what the vehicle calls it
 * @param sent when released values of it were captured
 * @param refused how many values are not released, by reason
 */
record Channel(Signal signal, String sourceName, Silence sent, Map<String, Long> refused) {

  long count() {
    return sent.instants().length;
  }

  /** Whether the vehicle sent it at all. */
  boolean isSent() {
    return count() > 0 || !refused.isEmpty();
  }
}
