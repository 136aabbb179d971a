package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * What expired, in the table {@code ledger}: the sums of {@link RetentionAccounts} by batch date.
 *
 * <p>Only values are counted. A message was released when its batch date was judged, and what it
 * was stays true.
 */
final class RetentionLedger {

  private static final TableDefinition LEDGER = LakeTables.ledger();
  private static final TableDefinition COMPLETENESS = LakeTables.completeness();

  private final Lake lake;
  private final RetentionAccounts accounts;
  private final String reason;

  RetentionLedger(Lake lake, RetentionAccounts accounts, String reason) {
    this.lake = lake;
    this.accounts = accounts;
    this.reason = reason;
  }

  /**
   * Enters what expired of the batch dates that these months have, in one commit.
   *
   * @param months with the turns that are settled by this
   * @param halfWritten batch dates that are left as they are; where there is one, no month is
   *     settled, so that the next run accounts for it
   * @return by record kind how many values are gone that the ledger did not say before
   */
  Map<String, Long> enter(
      Map<String, Long> months, Collection<LocalDate> halfWritten, String runId, String stamp) {
    Set<LocalDate> dates = dates(months.keySet());
    dates.removeAll(halfWritten);
    return Attempts.at(
        () -> {
          Rewrite rewrite = Rewrite.begin(lake.log(LEDGER), Rewrite.Effect.OTHER_ROWS);
          Map<String, Long> more = dates.isEmpty() ? Map.of() : replace(rewrite, dates, runId);
          if (halfWritten.isEmpty()) {
            RetentionTurns.settle(rewrite, months);
          }
          if (!rewrite.isEmpty()) {
            rewrite.commit(stamp);
          }
          return more;
        });
  }

  private Map<String, Long> replace(Rewrite rewrite, Set<LocalDate> dates, String runId) {
    Column own = Lake.ofBatchDates(dates).and(accounts.areOwn());
    List<AddFile> files = rewrite.files(Conditions.isIn(rewrite.snapshot(), "batch_date", dates));
    Dataset<Row> stated = rewrite.rows(files);
    List<Row> said = said(dates);
    List<Row> before = sums(stated.filter(own));
    if (!said.equals(before)) {
      Dataset<Row> entries =
          stated.sparkSession().createDataFrame(entries(said, runId), LEDGER.schema());
      Dataset<Row> rows = stated.filter(not(own)).unionByName(entries);
      SortedRewriting ledger =
          new SortedRewriting(lake.log(LEDGER), LEDGER, SortedRewriting.TARGET_BYTES);
      rewrite.add(ledger.of(rows, files)).drop(files);
    }
    return byKind(said, before);
  }

  private Set<LocalDate> dates(Set<String> months) {
    Set<LocalDate> dates = new TreeSet<>();
    lake.read(COMPLETENESS)
        .filter(col(Months.COLUMN).isin(months.toArray()))
        .select("batch_date")
        .distinct()
        .collectAsList()
        .forEach(row -> dates.add(row.getDate(0).toLocalDate()));
    return dates;
  }

  private List<Row> said(Set<LocalDate> dates) {
    return sums(lake.read(COMPLETENESS).filter(Lake.ofBatchDates(dates).and(accounts.areOwn())));
  }

  /** By batch date and record kind, how many values expired. */
  private static List<Row> sums(Dataset<Row> own) {
    return own.filter(col("outcome").equalTo("withheld"))
        .groupBy("batch_date", "record_kind")
        .agg(sum("values"))
        .orderBy("batch_date", "record_kind")
        .collectAsList();
  }

  private List<Row> entries(List<Row> sums, String runId) {
    List<Row> entries = new ArrayList<>();
    for (Row expired : sums) {
      long values = expired.getLong(2);
      entries.add(entry(runId, expired.getDate(0), expired.getString(1), "released", -values));
      entries.add(entry(runId, expired.getDate(0), expired.getString(1), "withheld", values));
    }
    return entries;
  }

  private Row entry(String runId, Date batchDate, String kind, String outcome, long values) {
    return RowFactory.create(runId, batchDate, kind, outcome, reason, 0L, values);
  }

  private static Map<String, Long> byKind(List<Row> after, List<Row> before) {
    Map<String, Long> more = new HashMap<>();
    after.forEach(row -> more.merge(row.getString(1), row.getLong(2), Long::sum));
    before.forEach(row -> more.merge(row.getString(1), -row.getLong(2), Long::sum));
    return more;
  }
}
