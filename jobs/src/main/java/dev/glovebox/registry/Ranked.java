package dev.glovebox.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts in the order of their UTF-8 bytes, which is the order in which files and the engine sort
 * them.
 *
 * @param texts in that order
 * @param ranks where each text stands in it, by the number that it had before
 */
record Ranked(List<String> texts, int[] ranks) {

  static Ranked of(List<String> texts) {
    byte[][] utf8 =
        texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
    int[] numbers =
        IntStream.range(0, utf8.length)
            .boxed()
            .sorted(Comparator.comparing(number -> utf8[number], Arrays::compareUnsigned))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[numbers.length];
    for (int rank = 0; rank < numbers.length; rank++) {
      ranks[numbers[rank]] = rank;
    }
    return new Ranked(Arrays.stream(numbers).mapToObj(texts::get).toList(), ranks);
  }

  /** The rank of a holder's number; what says that there is no one holder stays as it is. */
  int rankOf(int holder) {
    return holder < 0 ? holder : ranks[holder];
  }
}
