package dev.glovebox.publishing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.apache.spark.sql.catalyst.InternalRow;

/** The rows that a sink receives while its messages are worked through step by step. */
final class SinkRows implements Iterator<InternalRow> {

  private final OutcomeSink sink;
  private final BooleanSupplier step;
  private InternalRow next;
  private boolean finished;

  /**
   * @param step works on the next messages; false when none were left, and nothing was done
   */
  SinkRows(OutcomeSink sink, BooleanSupplier step) {
    this.sink = sink;
    this.step = step;
  }

  @Override
  public boolean hasNext() {
    while (next == null && (next = sink.poll()) == null && !finished) {
      if (!step.getAsBoolean()) {
        sink.finish();
        finished = true;
      }
    }
    return next != null || (next = sink.poll()) != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InternalRow row = next;
    next = null;
    return row;
  }
}
