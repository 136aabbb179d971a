package dev.glovebox.privacy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds the boxes that touch a box. Neighbours in the list share a parent, so a list whose
 * neighbours lie close together, such as the edges of a ring, is searched quickly. Immutable.
 */
final class BoxTree implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final int CHILDREN = 8;
  private static final int SIDES = 4;

  /** From the boxes themselves up to the root's children; west, south, east, north of each. */
  private final double[][] levels;

  BoxTree(List<Box> boxes) {
    List<double[]> built = new ArrayList<>();
    List<Box> level = boxes;
    built.add(sides(level));
    while (level.size() > CHILDREN) {
      level = parents(level);
      built.add(sides(level));
    }
    this.levels = built.toArray(double[][]::new);
  }

  /** Whether a box that touches this one, by its index in the list, is one that is sought. */
  boolean anyTouching(Box box, IntPredicate sought) {
    int top = levels.length - 1;
    return search(top, 0, levels[top].length / SIDES, box, sought);
  }

  private boolean search(int level, int from, int to, Box box, IntPredicate sought) {
    for (int i = from; i < to; i++) {
      if (touches(levels[level], i * SIDES, box) && reached(level, i, box, sought)) {
        return true;
      }
    }
    return false;
  }

  private boolean reached(int level, int index, Box box, IntPredicate sought) {
    if (level == 0) {
      return sought.test(index);
    }
    int children = levels[level - 1].length / SIDES;
    int first = index * CHILDREN;
    return search(level - 1, first, Math.min(first + CHILDREN, children), box, sought);
  }

  private static boolean touches(double[] sides, int at, Box box) {
    return sides[at] <= box.east()
        && sides[at + 2] >= box.west()
        && sides[at + 1] <= box.north()
        && sides[at + 3] >= box.south();
  }

  private static List<Box> parents(List<Box> level) {
    List<Box> parents = new ArrayList<>();
    for (int i = 0; i < level.size(); i += CHILDREN) {
      List<Box> children = level.subList(i, Math.min(i + CHILDREN, level.size()));
      parents.add(children.stream().reduce(Box::and).orElseThrow());
    }
    return parents;
  }

  private static double[] sides(List<Box> level) {
    double[] sides = new double[level.size() * SIDES];
    for (int i = 0; i < level.size(); i++) {
      Box box = level.get(i);
      sides[i * SIDES] = box.west();
      sides[i * SIDES + 1] = box.south();
      sides[i * SIDES + 2] = box.east();
      sides[i * SIDES + 3] = box.north();
    }
    return sides;
  }
}
