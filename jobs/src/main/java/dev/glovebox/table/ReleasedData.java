package dev.glovebox.table;

import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Released data as a whole: lets go of what was kept long enough, and accounts for it. */
public final class ReleasedData {

  private final Lake lake;
  private final List<ReleasedValues> released;
  private final Months months;
  private final RetentionAccounts accounts;
  private final RetentionLedger ledger;
  private final String reason;

  /**
   * @param released the tables, the one that a publish writes first at the head
   * @param reason code of values that expired
   */
  public ReleasedData(Lake lake, List<ReleasedValues> released, Months months, String reason) {
    this.lake = lake;
    this.released = List.copyOf(released);
    this.months = months;
    this.reason = reason;
    this.accounts = new RetentionAccounts(lake, released, months.zone(), reason);
    this.ledger = new RetentionLedger(lake, accounts, reason);
  }

  /**
   * What is gone.
   *
   * @param rows by table
   * @param values by table
   */
  public record Gone(Map<String, Long> rows, Map<String, Long> values) {}

  /**
   * Lets go of values, and accounts for it in {@code completeness} and {@code ledger}. What an
   * earlier run left without accounts is accounted for too.
   *
   * @param keptFrom by class the instant from which on values are kept; other classes are kept all
   * @param stamp kept with every commit, as JSON
   */
  public Gone expire(Map<PrivacyClass, Instant> keptFrom, String runId, String stamp) {
    Map<String, Long> rows = new HashMap<>();
    for (ReleasedValues values : released) {
      Expiry expiry = expiry(values, keptFrom);
      ExpiredValues expired = new ExpiredValues(lake, values, months, expiry);
      rows.put(values.table().name(), expired.expire(stamp));
    }
    return new Gone(rows, account(runId, stamp));
  }

  private Map<String, Long> account(String runId, String stamp) {
    List<TableDefinition> tables = released.stream().map(ReleasedValues::table).toList();
    Map<String, Long> unsettled = RetentionTurns.unsettled(lake, tables);
    Map<String, Long> byTable = new HashMap<>();
    if (!unsettled.isEmpty()) {
      Set<LocalDate> halfWritten = halfWritten();
      unsettled.keySet().forEach(month -> accounts.make(month, halfWritten, stamp));
      Map<String, Long> byKind = ledger.enter(unsettled, halfWritten, runId, stamp);
      for (ReleasedValues values : released) {
        byTable.put(values.table().name(), byKind.getOrDefault(values.recordKind(), 0L));
      }
    }
    return byTable;
  }

  /** Dates that a publish has begun and not finished: it replaces their accounts when it does. */
  private Set<LocalDate> halfWritten() {
    Map<LocalDate, Long> begun = lake.turns(released.get(0).table());
    Map<LocalDate, Long> finished = lake.turns(LakeTables.ledger());
    Set<LocalDate> halfWritten = new TreeSet<>(begun.keySet());
    halfWritten.removeIf(date -> begun.get(date).equals(finished.get(date)));
    return halfWritten;
  }

  private Expiry expiry(ReleasedValues values, Map<PrivacyClass, Instant> keptFrom) {
    Map<PrivacyClass, Instant> inTable = new HashMap<>(keptFrom);
    values.classes().ifPresent(inTable.keySet()::retainAll);
    return new Expiry(inTable, reason);
  }
}
