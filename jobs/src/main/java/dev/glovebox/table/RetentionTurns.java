package dev.glovebox.table;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * For which months the accounts are still to be made: a table that lost values of a month is ahead
 * of the ledger's turn of that month until the ledger says so. A run that is killed in between
 * leaves this behind, and the next one finds it.
 */
final class RetentionTurns {

  private static final String NAME = "glovebox.retention=";

  private RetentionTurns() {}

  /** Notes with the commit that values of a month are gone. */
  static void advance(Rewrite rewrite, Lake lake, String month) {
    long settled = of(lake, LakeTables.ledger()).getOrDefault(month, 0L);
    rewrite.turn(NAME + month, settled + 1);
  }

  /** Months of which these tables lost values that the ledger does not account for; their turns. */
  static Map<String, Long> unsettled(Lake lake, Collection<TableDefinition> tables) {
    Map<String, Long> settled = of(lake, LakeTables.ledger());
    Map<String, Long> unsettled = new TreeMap<>();
    for (TableDefinition table : tables) {
      of(lake, table)
          .forEach(
              (month, turn) -> {
                if (turn > settled.getOrDefault(month, 0L)) {
                  unsettled.merge(month, turn, Math::max);
                }
              });
    }
    return unsettled;
  }

  /** Notes with the ledger's commit that it accounts for these months at these turns. */
  static void settle(Rewrite rewrite, Map<String, Long> months) {
    months.forEach((month, turn) -> rewrite.turn(NAME + month, turn));
  }

  private static Map<String, Long> of(Lake lake, TableDefinition table) {
    return new TableState(lake.newest(table)).versions(NAME);
  }
}
