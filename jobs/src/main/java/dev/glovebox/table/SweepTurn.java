package dev.glovebox.table;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;

/**
 * Keeps a sweep of fresh files and a writer apart: a sweep says in the log up to when it deletes
 * what was written, before it deletes anything, and every writer looks there before it commits. A
 * writer whose files may be gone then fails, as of any other conflict, and is run again.
 *
 * <p>Both compare with the store's own time of a file, so that no clock has to agree with another.
 */
final class SweepTurn {

  private static final String NAME = "glovebox.swept-before-millis";

  private SweepTurn() {}

  /**
   * Requires that no sweep deletes the files that are added, now or before the transaction is
   * committed.
   *
   * @throws SweptException if one may have
   */
  static void heed(OptimisticTransaction transaction, Collection<? extends Action> actions) {
    long sweptBeforeMillis = TableState.version(transaction, NAME);
    for (Action action : actions) {
      if (action instanceof AddFile file && file.modificationTime() < sweptBeforeMillis) {
        throw new SweptException();
      }
    }
  }

  /**
   * Says that files written before an instant are deleted unless they are committed by now.
   *
   * @param beforeMillis since the epoch
   */
  static void take(DeltaLog log, long beforeMillis) {
    OptimisticTransaction transaction = log.startTransaction(Option.empty(), Option.empty());
    long latest = Math.max(TableState.version(transaction, NAME), beforeMillis);
    List<Action> taken = List.of(new SetTransaction(NAME, latest, Option.empty()));
    transaction.commit(ScalaSeq.of(taken), DeltaOperations.ManualUpdate$.MODULE$);
  }
}
