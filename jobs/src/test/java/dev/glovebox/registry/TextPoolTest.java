package dev.glovebox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPoolTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 1_000, 4_096})
  void findsEveryTextAndNoOther(int count) {
    List<String> texts = IntStream.range(0, count).mapToObj(number -> "text-" + number).toList();
    TextPool pool = new TextPool(texts);
    assertThat(pool.size()).isEqualTo(count);
    for (int number = 0; number < count; number++) {
      assertThat(pool.find(texts.get(number))).isEqualTo(number);
      assertThat(pool.text(number)).isEqualTo(texts.get(number));
      assertThat(pool.find("other-" + number)).isEqualTo(TextPool.ABSENT);
    }
    assertThat(pool.find("")).isEqualTo(TextPool.ABSENT);
  }

  @Test
  void tellsTextsOfOneHashCodeApart() {
    List<String> texts = new ArrayList<>(List.of("Aa", "BB"));
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    TextPool pool = new TextPool(texts);
    assertThat(pool.find("Aa")).isZero();
    assertThat(pool.find("BB")).isOne();
    assertThat(new TextPool(List.of("Aa")).find("BB")).isEqualTo(TextPool.ABSENT);
  }

  @Test
  void keepsTextsThatAreNotAscii() {
    TextPool pool = new TextPool(List.of("车主一", "é", "\uD83D\uDE97"));
    assertThat(pool.text(pool.find("车主一"))).isEqualTo("车主一");
    assertThat(pool.text(pool.find("\uD83D\uDE97"))).isEqualTo("\uD83D\uDE97");
  }
}
