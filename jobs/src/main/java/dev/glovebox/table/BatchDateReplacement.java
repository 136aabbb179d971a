package dev.glovebox.table;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.delta.ConcurrentAppendException;
import org.apache.spark.sql.delta.ConcurrentDeleteDeleteException;
import org.apache.spark.sql.delta.ConcurrentDeleteReadException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;

/**
 * Replaces the rows of one batch date in one commit.
 *
 * <p>Files that hold this date alone are dropped, files that hold others too (a compaction makes
 * them) are written again without it. Each replacement takes the date's turn, a transaction version
 * of its own, so that of two replacements of one date at once the second fails, and two of
 * different dates do not disturb each other.
 */
final class BatchDateReplacement {

  /** Before a date: the name under which its turn is kept. */
  static final String TURN = "glovebox.batch_date=";

  private static final String BATCH_DATE = "batch_date";

  private static final int MOST_ATTEMPTS = 10;

  private final DeltaLog log;
  private final TableDefinition table;
  private final LocalDate date;

  BatchDateReplacement(DeltaLog log, TableDefinition table, LocalDate date) {
    this.log = log;
    this.table = table;
    this.date = date;
  }

  /**
   * Replaces the date's rows by those of these files.
   *
   * <p>Where a compaction has just taken a file that is to be dropped, it is tried again with what
   * the table holds then.
   *
   * @param stamp kept with the commit
   * @param turn of the date that these rows are
   * @return the version of the table that holds them
   * @throws java.util.ConcurrentModificationException if another writer took this turn or a later
   *     one
   */
  long commit(List<WrittenFile> files, String stamp, long turn) {
    List<AddFile> added = files.stream().map(this::added).toList();
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(added, stamp, turn);
      } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
        if (attempt == MOST_ATTEMPTS || !takenAway(failure)) {
          throw failure;
        }
      }
    }
  }

  /** In a table without partitions Delta says of a compaction that it added rows to be read. */
  private static boolean takenAway(Throwable failure) {
    return failure instanceof ConcurrentAppendException
        || failure instanceof ConcurrentDeleteDeleteException
        || failure instanceof ConcurrentDeleteReadException;
  }

  private long attempt(List<AddFile> added, String stamp, long turn) {
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
    if (TableState.version(transaction, TURN + date) >= turn) {
      throw new TurnTakenException(date);
    }
    List<Action> actions = new ArrayList<>();
    actions.add(new SetTransaction(TURN + date, turn, Option.empty()));
    removeOld(transaction, actions);
    actions.addAll(added);
    SweepTurn.heed(transaction, actions);
    return transaction.commit(
        ScalaSeq.of(actions),
        WriteOperation.overwrite(BATCH_DATE + " = DATE'" + date + "'", stamp));
  }

  /** Refuses a file with a row of another date: that would never be replaced. */
  private AddFile added(WrittenFile file) {
    AddFile added = FileActions.added(table, file);
    if (!datesOf(added).isExactly(date)) {
      throw new IllegalArgumentException(
          "A file of " + table.name() + " holds rows of another batch_date than " + date);
    }
    return added;
  }

  private void removeOld(OptimisticTransaction transaction, List<Action> actions) {
    Snapshot snapshot = transaction.snapshot();
    List<AddFile> mixed = new ArrayList<>();
    Expression ofDate = ofDate(DataTypeUtils.toAttribute(snapshot.schema().apply(BATCH_DATE)));
    for (AddFile file : new TableState(snapshot).filesThatMayHold(ofDate)) {
      HeldDates dates = datesOf(file);
      if (dates.mayHold(date)) {
        actions.add(file.remove());
        if (!dates.isExactly(date)) {
          mixed.add(file);
        }
      }
    }
    actions.addAll(withoutDate(snapshot, mixed));
  }

  /** Files with the other rows of files that hold this date too. */
  private List<AddFile> withoutDate(Snapshot snapshot, List<AddFile> mixed) {
    Column others = functions.not(functions.col(BATCH_DATE).eqNullSafe(sqlDate()));
    return new SortedRewriting(log, table, SortedRewriting.TARGET_BYTES)
        .of(snapshot, mixed, rows -> rows.filter(others), UnaryOperator.identity());
  }

  private static HeldDates datesOf(AddFile file) {
    return HeldDates.of(file, BATCH_DATE);
  }

  private Expression ofDate(Expression batchDate) {
    int day = Math.toIntExact(date.toEpochDay());
    return new EqualTo(batchDate, new Literal(day, DataTypes.DateType));
  }

  private Date sqlDate() {
    return Date.valueOf(date);
  }
}
