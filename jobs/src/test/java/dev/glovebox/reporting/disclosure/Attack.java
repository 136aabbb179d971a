package dev.glovebox.reporting.disclosure;

import java.util.BitSet;

/**
 * Computes where a hidden value can lie, given every published one, by two linear programmes: the
 * least and the greatest value that fit all relations.
 *
 * <p>It assumes that nothing else is known: neither the rule by which cells were chosen, nor what
 * people know of themselves.
 */
public final class Attack {

  private final Tabulation table;
  private final BitSet hidden;

  /**
   * @param hidden cells whose value is not published
   */
  public Attack(Tabulation table, BitSet hidden) {
    this.table = table;
    this.hidden = (BitSet) hidden.clone();
  }

  /** The interval of one hidden cell, in the measure's own unit. */
  public Interval interval(int cell) {
    double from = Programme.ofReader(table, hidden).least(cell).values()[cell];
    double to = Programme.ofReader(table, hidden).greatest(cell).values()[cell];
    return new Interval(from * table.tightness(), to * table.tightness());
  }
}
