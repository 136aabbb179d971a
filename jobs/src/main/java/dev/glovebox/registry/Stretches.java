package dev.glovebox.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Cuts each vehicle's time into stretches of one answer: one holder, nobody, or ambiguous. Grows
 * while vehicles are added; {@link Tenures} takes the arrays.
 */
final class Stretches {

  static final int NOBODY = -1;
  static final int AMBIGUOUS = -2;

  private final Map<String, Integer> owners = new HashMap<>();
  private final List<String> ownerIds = new ArrayList<>();
  private long[] starts = new long[16];
  private int[] holders = new int[16];
  private int size;

  /** Adds the stretches of one vehicle, in the order of time. */
  void add(List<Tenure> tenures) {
    List<Tenure> waiting =
        tenures.stream().sorted(Comparator.comparingLong(Tenure::validFromMicros)).toList();
    List<Tenure> running = new ArrayList<>(2);
    int begun = 0;
    int last = NOBODY;
    for (long boundary : boundaries(waiting)) {
      running.removeIf(tenure -> tenure.validToMicros() <= boundary);
      while (begun < waiting.size() && waiting.get(begun).validFromMicros() == boundary) {
        running.add(waiting.get(begun));
        begun++;
      }
      int holder = holder(running);
      if (holder != last) {
        append(boundary, holder);
        last = holder;
      }
    }
  }

  int size() {
    return size;
  }

  /** When each stretch begins, in microseconds since the epoch. */
  long[] starts() {
    return Arrays.copyOf(starts, size);
  }

  /** Who holds the vehicle in each stretch: the number of an owner, nobody, or ambiguous. */
  int[] holders() {
    return Arrays.copyOf(holders, size);
  }

  /** The owners by their number. */
  List<String> ownerIds() {
    return ownerIds;
  }

  private static long[] boundaries(List<Tenure> tenures) {
    Stream<LongStream> each =
        tenures.stream()
            .map(tenure -> LongStream.of(tenure.validFromMicros(), tenure.validToMicros()));
    return each.flatMapToLong(ends -> ends)
        .filter(boundary -> boundary != Tenure.STILL)
        .sorted()
        .distinct()
        .toArray();
  }

  /** The one owner of the highest role among these, nobody of none, ambiguous of several. */
  private int holder(List<Tenure> running) {
    Role highest = null;
    int holder = NOBODY;
    for (Tenure tenure : running) {
      int owner = number(tenure.ownerId());
      int precedence = highest == null ? 1 : tenure.role().compareTo(highest);
      if (precedence > 0) {
        highest = tenure.role();
        holder = owner;
      } else if (precedence == 0 && owner != holder) {
        holder = AMBIGUOUS;
      }
    }
    return holder;
  }

  private int number(String ownerId) {
    return owners.computeIfAbsent(
        ownerId,
        added -> {
          ownerIds.add(added);
          return ownerIds.size() - 1;
        });
  }

  private void append(long start, int holder) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      holders = Arrays.copyOf(holders, size * 2);
    }
    starts[size] = start;
    holders[size] = holder;
    size++;
  }
}
