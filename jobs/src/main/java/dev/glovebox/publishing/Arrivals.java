package dev.glovebox.publishing;

import dev.glovebox.table.EngineRows;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The messages of a batch date, read and spread over the parts that judge them, and their receipts.
 * Holds storage of the engine until it is closed.
 */
public final class Arrivals implements AutoCloseable {

  private final BatchDay day;
  private final List<String> objects;
  private final JavaRDD<InternalRow> rows;
  private final Receipts receipts;

  Arrivals(BatchDay day, List<String> objects, JavaRDD<InternalRow> rows) {
    this.day = day;
    this.objects = objects;
    this.rows = rows;
    this.receipts = receipts(rows, day.controlPart());
  }

  /** Messages that arrived. */
  public long messages() {
    return receipts.received().values().stream().mapToLong(Ledger.Received::messages).sum();
  }

  /** Messages that are rejected whole, whatever is found of the values of the others. */
  public long refused() {
    return receipts.refused();
  }

  BatchDay day() {
    return day;
  }

  /** Names of the objects, by their numbers. */
  List<String> objects() {
    return objects;
  }

  /** As {@link MessageRows}, by part, in no order. */
  JavaRDD<InternalRow> rows() {
    return rows;
  }

  Receipts receipts() {
    return receipts;
  }

  @Override
  public void close() {
    EngineRows.forget(rows);
  }

  private static Receipts receipts(JavaRDD<InternalRow> rows, int controlPart) {
    Receipts sum = new Receipts();
    rows.map(ControlRows::receipts).collectPartitions(new int[] {controlPart})[0].forEach(sum::add);
    return sum;
  }
}
