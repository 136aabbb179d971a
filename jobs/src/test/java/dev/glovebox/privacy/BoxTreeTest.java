package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTreeTest {

  @ParameterizedTest(name = "seed {0}: {1} boxes")
  @CsvSource({"1, 0", "2, 1", "3, 7", "4, 8", "5, 9", "6, 64", "7, 65", "8, 1000", "9, 4097"})
  void findsWhatTouchesAndNothingElse(long seed, int count) {
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boxes.add(box(random, 3));
    }
    BoxTree tree = new BoxTree(boxes);
    for (int i = 0; i < 50; i++) {
      Box sought = box(random, 10);
      TreeSet<Integer> expected = new TreeSet<>();
      for (int j = 0; j < count; j++) {
        if (boxes.get(j).touches(sought)) {
          expected.add(j);
        }
      }
      assertThat(touching(tree, sought)).isEqualTo(expected);
    }
  }

  @Test
  void touchesAtEdgesAndCorners() {
    BoxTree tree = new BoxTree(List.of(new Box(1, 1, 2, 2)));
    List<Box> touching =
        List.of(new Box(0, 0, 1, 1), new Box(2, 0, 3, 1), new Box(2, 2, 3, 3), new Box(0, 2, 1, 3));
    List<Box> apart =
        List.of(
            new Box(0, 0, 0.9, 3),
            new Box(2.1, 0, 3, 3),
            new Box(0, 0, 3, 0.9),
            new Box(0, 2.1, 3, 3));
    for (Box box : touching) {
      assertThat(touching(tree, box)).containsExactly(0);
      assertThat(box.touches(new Box(1, 1, 2, 2))).isTrue();
    }
    for (Box box : apart) {
      assertThat(touching(tree, box)).isEmpty();
      assertThat(box.touches(new Box(1, 1, 2, 2))).isFalse();
    }
  }

  @Test
  void stopsAtTheFirstThatIsSought() {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      boxes.add(new Box(i, 0, i + 1, 1));
    }
    List<Integer> asked = new ArrayList<>();
    boolean found =
        new BoxTree(boxes)
            .anyTouching(
                new Box(0, 0, 100, 1),
                index -> {
                  asked.add(index);
                  return index == 20;
                });
    assertThat(found).isTrue();
    assertThat(asked).hasSize(21);
  }

  private static Set<Integer> touching(BoxTree tree, Box box) {
    TreeSet<Integer> found = new TreeSet<>();
    boolean any =
        tree.anyTouching(
            box,
            index -> {
              assertThat(found.add(index)).isTrue();
              return false;
            });
    assertThat(any).isFalse();
    return found;
  }

  private static Box box(Random random, double size) {
    double west = random.nextDouble() * 100;
    double south = random.nextDouble() * 100;
    return new Box(
        west, south, west + random.nextDouble() * size, south + random.nextDouble() * size);
  }
}
