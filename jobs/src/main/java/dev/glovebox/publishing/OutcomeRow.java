package dev.glovebox.publishing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
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
    QUARANTINE,
    SEEN,
    LEDGER,
    COMPLETENESS
  }

  /** A column of the row. */
  enum Cell {
    OUTPUT(DataTypes.StringType),
    EVENT_MONTH(DataTypes.StringType),
    OWNER_PARTITION(DataTypes.StringType),
    OWNER_ID(DataTypes.StringType),
    VIN(DataTypes.StringType),
    CAPTURED_AT_US(DataTypes.LongType),
    RECORD_KIND(DataTypes.StringType),
    OUTCOME(DataTypes.StringType),
    REASON(DataTypes.StringType),
    MESSAGES(DataTypes.LongType),
    VALUES(DataTypes.LongType),
    EVENT_DATE(DataTypes.DateType),
    CONTENT(DataTypes.BinaryType),
    WITHHELD(DataTypes.createArrayType(DataTypes.StringType, false)),
    SOURCE_OBJECT(DataTypes.StringType),
    POSITION(DataTypes.LongType),
    RAW(DataTypes.StringType),
    SIGNAL(DataTypes.StringType),
    PLACE(DataTypes.StringType);

    @SuppressWarnings("ImmutableEnumChecker") // The engine's types are values.
    private final DataType type;

    Cell(DataType type) {
      this.type = type;
    }

    /** The column's name. */
    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final StructType SCHEMA = schema();

  private final Object[] cells = new Object[Cell.values().length];

  OutcomeRow(Output output) {
    text(Cell.OUTPUT, output.name());
  }

  /** True for the rows of one table. */
  static Column isFor(Output output) {
    return functions.col(Cell.OUTPUT.column()).equalTo(output.name());
  }

  OutcomeRow text(Cell cell, String value) {
    cells[cell.ordinal()] = UTF8String.fromString(value);
    return this;
  }

  OutcomeRow number(Cell cell, long value) {
    cells[cell.ordinal()] = value;
    return this;
  }

  OutcomeRow eventDay(int epochDay) {
    cells[Cell.EVENT_DATE.ordinal()] = epochDay;
    return this;
  }

  OutcomeRow content(byte[] bytes) {
    cells[Cell.CONTENT.ordinal()] = bytes;
    return this;
  }

  OutcomeRow withheld(Collection<String> reasons) {
    Object[] texts = reasons.stream().map(UTF8String::fromString).toArray();
    cells[Cell.WITHHELD.ordinal()] = new GenericArrayData(texts);
    return this;
  }

  /**
   * Says whose row it is; for one that nobody is known to have held the vehicle, only the vehicle.
   */
  OutcomeRow holder(AttributedMessage message) {
    text(Cell.EVENT_MONTH, message.eventMonth());
    text(Cell.OWNER_PARTITION, message.ownerId() == null ? null : message.lane());
    text(Cell.OWNER_ID, message.ownerId());
    return text(Cell.VIN, message.vin());
  }

  InternalRow toRow() {
    return new GenericInternalRow(cells);
  }

  private static StructType schema() {
    List<Cell> all = Arrays.asList(Cell.values());
    StructType schema = new StructType();
    for (Cell cell : all) {
      schema = schema.add(cell.column(), cell.type, cell != Cell.OUTPUT);
    }
    return schema;
  }
}
