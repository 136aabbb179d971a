package dev.glovebox.reporting.disclosure;

import java.util.BitSet;
import java.util.List;

/**
 * The values of one measure over the cells of a table, and how they relate: all that somebody knows
 * who knows how the table is made. No value is negative.
 *
 * @param values true values, one a cell
 * @param relations between cells
 * @param tightness the width of the interval in which a hidden value must be able to lie
 */
public record Tabulation(List<Double> values, List<Relation> relations, double tightness) {

  public Tabulation {
    values = List.copyOf(values);
    relations = List.copyOf(relations);
    if (!(tightness > 0)) {
      throw new IllegalArgumentException("A tightness is above zero. Provided value: " + tightness);
    }
    if (values.stream().anyMatch(value -> !(value >= 0))) {
      throw new IllegalArgumentException(
          "A value of a table is a number of at least zero; one is not. Check its figures.");
    }
  }

  /** How many cells there are. */
  public int size() {
    return values.size();
  }

  /** The cells that some relation names; nothing published tells of the others. */
  BitSet related() {
    BitSet related = new BitSet();
    for (Relation relation : relations) {
      related.set(relation.total());
      relation.parts().forEach(related::set);
    }
    return related;
  }

  /** A value in units of the tightness, in which an interval of 1 is wide enough. */
  double scaled(int cell) {
    return values.get(cell) / tightness;
  }
}
