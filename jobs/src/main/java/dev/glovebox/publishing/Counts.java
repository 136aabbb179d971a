package dev.glovebox.publishing;

import dev.glovebox.source.RecordKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
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

  private static final int OUTCOMES = Outcome.values().length;
  private static final int PLACES = RecordKind.values().length * OUTCOMES;

  private final Map<Key, long[]> counts = new TreeMap<>(ORDER);

  /** The count that was added to last for each kind and outcome: mostly it is the next one too. */
  private final Key[] lastKeys = new Key[PLACES];

  private final long[][] lastCounts = new long[PLACES][];

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
    Arrays.fill(lastKeys, null);
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  private long[] count(RecordKind kind, Outcome outcome, String reason) {
    int place = kind.ordinal() * OUTCOMES + outcome.ordinal();
    if (lastKeys[place] == null || !Objects.equals(lastKeys[place].reason(), reason)) {
      lastKeys[place] = new Key(kind, outcome, reason);
      lastCounts[place] = counts.computeIfAbsent(lastKeys[place], key -> new long[2]);
    }
    return lastCounts[place];
  }
}
