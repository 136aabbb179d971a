package dev.glovebox.table;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.spark.sql.delta.NoOpTransactionExecutionObserver$;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.TransactionExecutionObserver;
import org.apache.spark.sql.delta.TransactionExecutionObserver$;
import scala.Function0;
import scala.Option;

/** Another writer, who commits just before this thread's transactions do. */
final class Meanwhile implements TransactionExecutionObserver {

  private final int times;
  private final Runnable otherWriter;
  private Option<TransactionExecutionObserver> next = Option.empty();
  private int commits;

  /**
   * @param times before how many commits the other writes
   */
  Meanwhile(int times, Runnable otherWriter) {
    this.times = times;
    this.otherWriter = otherWriter;
  }

  /** Commits that were tried. */
  int commits() {
    return commits;
  }

  <T> T during(Supplier<T> work) {
    TransactionExecutionObserver$.MODULE$.setObserver(this);
    try {
      return work.get();
    } finally {
      TransactionExecutionObserver$.MODULE$.setObserver(NoOpTransactionExecutionObserver$.MODULE$);
    }
  }

  @Override
  public void beginDoCommit() {
    commits++;
    if (commits <= times) {
      CompletableFuture.runAsync(otherWriter).join();
    }
  }

  @Override
  public OptimisticTransaction startingTransaction(Function0<OptimisticTransaction> start) {
    return start.apply();
  }

  @Override
  public <T> T preparingCommit(Function0<T> prepare) {
    return prepare.apply();
  }

  @Override
  public TransactionExecutionObserver createChild() {
    return NoOpTransactionExecutionObserver$.MODULE$;
  }

  @Override
  public void beginBackfill() {}

  @Override
  public void beginPostCommit() {}

  @Override
  public void transactionCommitted() {}

  @Override
  public void transactionAborted() {}

  @Override
  public Option<TransactionExecutionObserver> nextObserver() {
    return next;
  }

  @Override
  public void nextObserver_$eq(Option<TransactionExecutionObserver> observer) {
    next = observer;
  }
}
