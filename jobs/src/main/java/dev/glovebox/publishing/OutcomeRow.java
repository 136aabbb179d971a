package dev.glovebox.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One row of what a pass over the readings found: one pass makes the rows of every table and their
 * counts, each row saying by {@code output} which table it belongs to.
 */
final class OutcomeRow {

  /** The table that a row is for. */
  enum Output {
    TELEMETRY,
    ALERTS,
    CONNECTIVITY,
    COMPLETENESS,
    QUARANTINE,
    SEEN,
    LEDGER
  }

  /** A cell of the row, in the engine's form. */
  enum Cell {
    OWNER_ID,
    VIN,
    CAPTURED_AT,
    RECORD_KIND,
    OUTCOME,
    REASON,
    MESSAGES,
    VALUES,
    EVENT_DATE,
    /** The released values of a reading, as one block. */
    CONTENT,
    WITHHELD,
    SOURCE_OBJECT,
    POSITION,
    RAW,
    SIGNAL,
    PLACE,
    DIGEST,
    NAME,
    STARTED_AT,
    ENDED_AT,
    AUDIENCES,
    CONNECTION_ID,
    STATUS,
    NETWORK_INTERFACE;

    private static final int COUNT = values().length;

    /** The name of the column that it fills. */
    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Output output;
  private final Object[] cells = new Object[Cell.COUNT];
  private List<String> partition = List.of();

  OutcomeRow(Output output) {
    this.output = output;
  }

  Output output() {
    return output;
  }

  /** Values of the partition columns of a table of owner data; empty where no holder is known. */
  List<String> partition() {
    return partition;
  }

  /** In the engine's form; null if it is not set. */
  Object cell(Cell cell) {
    return cells[cell.ordinal()];
  }

  OutcomeRow text(Cell cell, String value) {
    cells[cell.ordinal()] = UTF8String.fromString(value);
    return this;
  }

  OutcomeRow texts(Cell cell, Collection<String> values) {
    Object[] texts = new Object[values.size()];
    int size = 0;
    for (String value : values) {
      texts[size++] = UTF8String.fromString(value);
    }
    cells[cell.ordinal()] = new GenericArrayData(texts);
    return this;
  }

  OutcomeRow number(Cell cell, long value) {
    cells[cell.ordinal()] = value;
    return this;
  }

  OutcomeRow bytes(Cell cell, byte[] value) {
    cells[cell.ordinal()] = value;
    return this;
  }

  OutcomeRow eventDay(int epochDay) {
    cells[Cell.EVENT_DATE.ordinal()] = epochDay;
    return this;
  }

  /**
   * Says whose row it is; for one that nobody is known to have held the vehicle, only the vehicle.
   */
  OutcomeRow holder(AttributedMessage message) {
    partition = message.stretch().partition();
    text(Cell.OWNER_ID, message.ownerId());
    return text(Cell.VIN, message.vin());
  }
}
