package dev.glovebox.publishing;

import dev.glovebox.source.RecordKind;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Messages and values by record kind, outcome and reason. */
final class Counts {

  /**
   * What is counted together.
   *
   * @param reason null for what is released
   */
  record Key(RecordKind kind, Outcome outcome, String reason) {}

  private static final Comparator<Key> ORDER =
      Comparator.comparing(Key::kind)
          .thenComparing(Key::outcome)
          .thenComparing(Key::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Map<Key, long[]> counts = new TreeMap<>(ORDER);

  void addMessage(RecordKind kind, Outcome outcome, String reason) {
    count(kind, outcome, reason)[0]++;
  }

  void addValues(RecordKind kind, Outcome outcome, String reason, long values) {
    if (values > 0) {
      count(kind, outcome, reason)[1] += values;
    }
  }

  /** Hands every count on, as messages and values, and forgets it. */
  void drain(BiConsumer<Key, long[]> consumer) {
    counts.forEach(consumer);
    counts.clear();
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  private long[] count(RecordKind kind, Outcome outcome, String reason) {
    return counts.computeIfAbsent(new Key(kind, outcome, reason), key -> new long[2]);
  }
}
