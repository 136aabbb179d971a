package dev.glovebox.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.delta.stats.StatisticsCollection;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What Delta's log tells of a file: its rows, and minimum, maximum and nulls of the columns that
 * may have them, gathered as the rows are written.
 */
final class FileStatistics {

  /** Delta's own length of texts in statistics, in code points. */
  private static final int TEXT_PREFIX = 32;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<ColumnRange> ranges;
  private long rows;

  /**
   * @param schema of the rows
   * @param columns of these that have statistics; those that are not in the schema have none
   */
  FileStatistics(StructType schema, List<String> columns) {
    List<String> names = List.of(schema.fieldNames());
    ranges =
        columns.stream()
            .filter(names::contains)
            .map(name -> ColumnRange.of(name, names.indexOf(name), schema.apply(name).dataType()))
            .toList();
  }

  void add(InternalRow row) {
    rows++;
    for (ColumnRange range : ranges) {
      range.add(row);
    }
  }

  long rows() {
    return rows;
  }

  String toJson() {
    ObjectNode statistics = JSON.createObjectNode();
    statistics.put("numRecords", rows);
    ObjectNode minima = statistics.putObject("minValues");
    ObjectNode maxima = statistics.putObject("maxValues");
    ObjectNode nulls = statistics.putObject("nullCount");
    for (ColumnRange range : ranges) {
      if (range.nulls < rows) {
        minima.put(range.column, range.minimum());
        String maximum = range.maximum();
        if (maximum != null) {
          maxima.put(range.column, maximum);
        }
      }
      nulls.put(range.column, range.nulls);
    }
    return statistics.toString();
  }

  /** The least and the greatest value of one column. */
  private abstract static class ColumnRange {
    final String column;
    final int ordinal;
    long nulls;

    ColumnRange(String column, int ordinal) {
      this.column = column;
      this.ordinal = ordinal;
    }

    static ColumnRange of(String column, int ordinal, DataType type) {
      if (type.equals(DataTypes.StringType)) {
        return new TextRange(column, ordinal);
      }
      if (type.equals(DataTypes.DateType)) {
        return new DayRange(column, ordinal);
      }
      if (type.equals(DataTypes.TimestampType)) {
        return new InstantRange(column, ordinal);
      }
      throw new IllegalArgumentException(
          "Column " + column + " has statistics, but none are kept of " + type.simpleString());
    }

    final void add(InternalRow row) {
      if (row.isNullAt(ordinal)) {
        nulls++;
      } else {
        widen(row);
      }
    }

    abstract void widen(InternalRow row);

    abstract String minimum();

    /** Null where no short text is surely as great. */
    abstract String maximum();
  }

  private static final class TextRange extends ColumnRange {
    private UTF8String least;
    private UTF8String greatest;
    private UTF8String last;

    TextRange(String column, int ordinal) {
      super(column, ordinal);
    }

    @Override
    void widen(InternalRow row) {
      UTF8String text = row.getUTF8String(ordinal);
      if (!text.equals(last)) { // rows lie in order: mostly it is the text of the row before
        last = text.copy();
        least = least == null || last.compareTo(least) < 0 ? last : least;
        greatest = greatest == null || last.compareTo(greatest) > 0 ? last : greatest;
      }
    }

    @Override
    String minimum() {
      return least.substring(0, TEXT_PREFIX).toString();
    }

    @Override
    String maximum() {
      return StatisticsCollection.truncateMaxStringAgg(TEXT_PREFIX, greatest.toString());
    }
  }

  /** Of whole numbers, whatever they stand for. */
  private abstract static class NumberRange extends ColumnRange {
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;

    NumberRange(String column, int ordinal) {
      super(column, ordinal);
    }

    final void widen(long value) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
  }

  private static final class DayRange extends NumberRange {
    DayRange(String column, int ordinal) {
      super(column, ordinal);
    }

    @Override
    void widen(InternalRow row) {
      widen(row.getInt(ordinal));
    }

    @Override
    String minimum() {
      return LocalDate.ofEpochDay(least).toString();
    }

    @Override
    String maximum() {
      return LocalDate.ofEpochDay(greatest).toString();
    }
  }

  /** Delta cuts instants to milliseconds, and its readers know that a maximum is cut. */
  private static final class InstantRange extends NumberRange {
    InstantRange(String column, int ordinal) {
      super(column, ordinal);
    }

    @Override
    void widen(InternalRow row) {
      widen(row.getLong(ordinal));
    }

    @Override
    String minimum() {
      return text(least);
    }

    @Override
    String maximum() {
      return text(greatest);
    }

    private static String text(long micros) {
      Instant instant =
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS).truncatedTo(ChronoUnit.MILLIS);
      return INSTANT.format(instant);
    }
  }
}
