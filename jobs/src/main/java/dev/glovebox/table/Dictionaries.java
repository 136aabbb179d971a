package dev.glovebox.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Which columns of decimals are kept as a dictionary and its codes: those whose values repeat. For
 * places and mileages the dictionary is larger than what it stands for, and looking every value up
 * in it is the dearest part of writing.
 */
final class Dictionaries {

  /** So many rows of a file show whether a column repeats. */
  static final int ROWS = 4096;

  /** The share of different values from which a dictionary does not pay. */
  private static final double UNREPEATED = 0.7;

  /** Parquet's own, before the name of a column. */
  private static final String SETTING_OF_COLUMN = "parquet.enable.dictionary#";

  private final String[] names;
  private final int[] decimals;

  /**
   * @param schema of the rows that are written
   */
  Dictionaries(StructType schema) {
    names = schema.fieldNames();
    decimals =
        IntStream.range(0, names.length)
            .filter(column -> schema.apply(column).dataType().equals(DataTypes.DoubleType))
            .toArray();
  }

  /** Whether there is any column for which the choice is open. */
  boolean dependOnRows() {
    return decimals.length > 0;
  }

  /** These settings, and beside them the choice for a file that begins with these rows. */
  Configuration chosen(List<InternalRow> rows, Configuration settings) {
    int[] without = Arrays.stream(decimals).filter(column -> !repeats(column, rows)).toArray();
    if (without.length == 0) {
      return settings;
    }
    Configuration chosen = new Configuration(settings);
    for (int column : without) {
      chosen.setBoolean(SETTING_OF_COLUMN + names[column], false);
    }
    return chosen;
  }

  private static boolean repeats(int column, List<InternalRow> rows) {
    double[] values =
        rows.stream()
            .filter(row -> !row.isNullAt(column))
            .mapToDouble(row -> row.getDouble(column))
            .sorted()
            .toArray();
    long different =
        IntStream.range(0, values.length).filter(i -> i == 0 || values[i] != values[i - 1]).count();
    return different <= UNREPEATED * values.length;
  }
}
