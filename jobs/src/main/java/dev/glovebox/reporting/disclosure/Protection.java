package dev.glovebox.reporting.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Complementary suppression: hides as few and as small cells as it can find beside the secret ones,
 * until the interval in which each hidden value can lie is as wide as its table's tightness.
 *
 * <p>For a hidden cell that is not wide enough, the cheapest set of published cells whose values
 * would have to move with it is found by a linear programme, as in Fischetti and Salazar, "Models
 * and Algorithms for Optimizing Cell Suppression in Tabular Data", JASA 95 (2000), relaxed as they
 * do for large tables; what it finds is then checked by the attack itself.
 *
 * <p>It does not protect against readers who know a contributor's own value; that is what the
 * tightness, in people, is for.
 */
public final class Protection {

  /** What a total costs more than one of its parts: it says more. */
  private static final double TOTAL_COST = 10;

  /** What a cell costs that other tables are likely to tell as well. */
  private static final double DEAR_COST = 1_000;

  private final List<Tabulation> tables;
  private final Cells cells;
  private final BitSet hidden;
  private final BitSet targets;
  private final double[][] least;
  private final double[][] greatest;

  private Protection(List<Tabulation> tables, Cells cells) {
    this.tables = List.copyOf(tables);
    this.cells = cells;
    this.targets = cells.secret();
    this.hidden = (BitSet) cells.secret().clone();
    hidden.or(cells.unpublished());
    int size = tables.get(0).size();
    this.least = new double[tables.size()][size];
    this.greatest = new double[tables.size()][size];
    for (int table = 0; table < tables.size(); table++) {
      BitSet related = tables.get(table).related();
      for (int cell = 0; cell < size; cell++) {
        double value = tables.get(table).scaled(cell);
        least[table][cell] = value;
        greatest[table][cell] = related.get(cell) ? value : Double.POSITIVE_INFINITY;
      }
    }
  }

  /**
   * What must be hidden.
   *
   * @param tables of the same cells, a measure each; a cell is hidden in all of them or in none
   * @return cells to hide, the secret ones among them
   */
  public static Outcome protect(List<Tabulation> tables, Cells cells) {
    Protection protection = new Protection(tables, cells);
    protection.hideUntilAllIsWide();
    return new Outcome(protection.targets, protection.exposed());
  }

  /**
   * What came out.
   *
   * @param hidden cells to hide
   * @param exposed hidden cells that stay computable whatever is hidden now, since earlier reports
   *     published the others
   */
  public record Outcome(BitSet hidden, BitSet exposed) {}

  private void hideUntilAllIsWide() {
    boolean isSearching = true;
    while (isSearching) {
      isSearching = false;
      for (int table = 0; table < tables.size(); table++) {
        for (int cell = targets.nextSetBit(0); cell >= 0; cell = targets.nextSetBit(cell + 1)) {
          isSearching |= !isWide(table, cell) && hideBeside(table, cell);
        }
      }
    }
  }

  private boolean isWide(int table, int cell) {
    if (seenWidth(table, cell) < 1 - Programme.EPSILON) {
      see(table, Programme.ofReader(tables.get(table), hidden).greatest(cell));
    }
    if (seenWidth(table, cell) < 1 - Programme.EPSILON) {
      see(table, Programme.ofReader(tables.get(table), hidden).least(cell));
    }
    return seenWidth(table, cell) >= 1 - Programme.EPSILON;
  }

  private double seenWidth(int table, int cell) {
    return greatest[table][cell] - least[table][cell];
  }

  /** Every solution shows how far each hidden cell can move, not only the one it was asked for. */
  private void see(int table, Programme.Point point) {
    for (int cell = hidden.nextSetBit(0); cell >= 0; cell = hidden.nextSetBit(cell + 1)) {
      double value = point.values()[cell];
      if (!Double.isNaN(value)) {
        least[table][cell] = Math.min(least[table][cell], Math.max(0, value));
        greatest[table][cell] = Math.max(greatest[table][cell], value);
      }
    }
  }

  /** Hides more cells; false when there are none left that would help. */
  private boolean hideBeside(int table, int cell) {
    Tabulation tabulation = tables.get(table);
    BitSet more =
        Programme.ofPublisher(tabulation, hidden, costs(tabulation))
            .toMove(cell, least[table][cell] + 1)
            .orElseGet(BitSet::new);
    if (more.isEmpty()) {
      more = everythingElse(tabulation.size());
    }
    hidden.or(more);
    targets.or(more);
    return !more.isEmpty();
  }

  private BitSet everythingElse(int size) {
    BitSet rest = new BitSet();
    rest.set(0, size);
    rest.andNot(hidden);
    rest.andNot(cells.fixed());
    return rest;
  }

  private double[] costs(Tabulation table) {
    double[] costs = new double[table.size()];
    Arrays.setAll(costs, cell -> 1 + Math.log1p(table.scaled(cell)));
    table.relations().forEach(relation -> costs[relation.total()] *= TOTAL_COST);
    cells.dear().stream().forEach(cell -> costs[cell] *= DEAR_COST);
    cells.fixed().stream().forEach(cell -> costs[cell] = Double.POSITIVE_INFINITY);
    return costs;
  }

  private BitSet exposed() {
    BitSet exposed = new BitSet();
    for (int table = 0; table < tables.size(); table++) {
      for (int cell = targets.nextSetBit(0); cell >= 0; cell = targets.nextSetBit(cell + 1)) {
        if (!isWide(table, cell)) {
          exposed.set(cell);
        }
      }
    }
    return exposed;
  }
}
