package dev.glovebox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankedTest {

  /** In UTF-16 the car, made of two surrogates, would stand before the full-width A. */
  private static final List<String> IN_ORDER =
      List.of("A", "AA", "B", "a", "\u007F", "\u0080", "é", "车", "\uFF21", "\uD83D\uDE97");

  @Test
  void ordersByTheBytesOfUtf8() {
    List<String> turned = new ArrayList<>(IN_ORDER);
    java.util.Collections.reverse(turned);

    Ranked ranked = Ranked.of(turned);

    assertThat(ranked.texts()).isEqualTo(IN_ORDER);
    for (int number = 0; number < turned.size(); number++) {
      assertThat(ranked.rankOf(number)).isEqualTo(IN_ORDER.indexOf(turned.get(number)));
    }
  }

  @Test
  void leavesWhatIsNoHolderAsItIs() {
    Ranked ranked = Ranked.of(List.of("b", "a"));

    assertThat(ranked.rankOf(Stretches.NOBODY)).isEqualTo(Stretches.NOBODY);
    assertThat(ranked.rankOf(Stretches.AMBIGUOUS)).isEqualTo(Stretches.AMBIGUOUS);
    assertThat(Ranked.of(List.of()).texts()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32})
  void ordersAsTheEngineDoes(long seed) {
    List<String> texts = generated(new Random(seed));

    assertThat(Ranked.of(texts).texts())
        .containsExactlyElementsOf(
            texts.stream().map(UTF8String::fromString).sorted().map(UTF8String::toString).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {33, 34})
  void ranksHoldersByTheirBytesAndFindsThemAgain(long seed) {
    List<String> owners = generated(new Random(seed));
    List<Tenure> rows = new ArrayList<>();
    for (int i = 0; i < owners.size(); i++) {
      rows.add(new Tenure("VIN" + i, owners.get(i), Role.OWNER, 0, Tenure.STILL));
    }

    Tenures tenures = Tenures.of(rows);

    List<String> byRank = new ArrayList<>();
    for (int rank = 0; rank < owners.size(); rank++) {
      byRank.add(tenures.owner(rank));
      assertThat(tenures.rank(tenures.owner(rank))).isEqualTo(rank);
    }
    assertThat(byRank)
        .containsExactlyInAnyOrderElementsOf(owners)
        .isSortedAccordingTo((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
    for (int i = 0; i < owners.size(); i++) {
      assertThat(tenures.at("VIN" + i, 5).ownerId()).isEqualTo(owners.get(i));
    }
    assertThat(tenures.rank("nobody at all")).isNegative();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> generated(Random random) {
    return random.ints(500, 1, 8).mapToObj(length -> text(random, length)).distinct().toList();
  }

  private static String text(Random random, int length) {
    int[] points = {'a', 'Z', '-', 0xE9, 0x8F66, 0xFF21, 0x1F697, 0x10FFFF};
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
