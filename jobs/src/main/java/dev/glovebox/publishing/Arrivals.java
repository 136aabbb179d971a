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

  private Arrivals(
      BatchDay day, List<String> objects, JavaRDD<InternalRow> rows, Receipts receipts) {
    this.day = day;
    this.objects = objects;
    this.rows = rows;
    this.receipts = receipts;
  }

  /** Of a batch date without objects: for these the engine is not asked. */
  static Arrivals none(BatchDay day) {
    return new Arrivals(day, List.of(), null, new Receipts());
  }

  /**
   * Reads the messages.
   *
   * @param rows as {@link MessageRows}, by part
   */
  static Arrivals of(BatchDay day, List<String> objects, JavaRDD<InternalRow> rows) {
    return new Arrivals(day, objects, rows, receipts(rows, day.controlPart()));
  }

  boolean isEmpty() {
    return objects.isEmpty();
  }

  /** Messages that arrived. */
  public long messages() {
    return receipts.received().values().stream().mapToLong(Ledger.Received::messages).sum();
  }

  BatchDay day() {
    return day;
  }

  /** Names of the objects, by their numbers. */
  List<String> objects() {
    return objects;
  }

  /** As {@link MessageRows}, by part, in no order; of what is not empty. */
  JavaRDD<InternalRow> rows() {
    return rows;
  }

  Receipts receipts() {
    return receipts;
  }

  @Override
  public void close() {
    if (!isEmpty()) {
      EngineRows.forget(rows);
    }
  }

  private static Receipts receipts(JavaRDD<InternalRow> rows, int controlPart) {
    Receipts sum = new Receipts();
    rows.map(ControlRows::receipts).collectPartitions(new int[] {controlPart})[0].forEach(sum::add);
    return sum;
  }
}
