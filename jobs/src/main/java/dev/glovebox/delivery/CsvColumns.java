package dev.glovebox.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a CSV file, made of the columns of rows: an instant fills two, in UTC and in the
 * owner's zone. A track has none: it is longer than a spreadsheet's cell may be, and stands in the
 * map files and in Parquet.
 */
final class CsvColumns {

  static final String LOCAL_SUFFIX = "_local";

  private static final String TRACK = "track";
  private static final int GAP_FIELDS = 2;

  private final List<CsvColumn> columns = new ArrayList<>();

  /**
   * A column of a CSV file.
   *
   * @param source the row's column that it is made of
   * @param type as Frictionless names it
   */
  record CsvColumn(String name, String source, String type, Cell cell) {}

  /** Makes the text of a cell; null for an empty one. */
  @FunctionalInterface
  interface Cell {
    String text(InternalRow row);
  }

  CsvColumns(StructType schema, ZoneId zone) {
    StructField[] fields = schema.fields();
    for (int i = 0; i < fields.length; i++) {
      if (!fields[i].name().equals(TRACK)) {
        add(fields[i].name(), fields[i].dataType(), i, zone);
      }
    }
  }

  List<CsvColumn> all() {
    return List.copyOf(columns);
  }

  private void add(String name, DataType type, int at, ZoneId zone) {
    if (type.equals(DataTypes.TimestampType)) {
      column(name, name, "datetime", at, row -> InstantText.utc(instant(row, at)));
      column(
          name + LOCAL_SUFFIX,
          name,
          "datetime",
          at,
          row -> InstantText.local(instant(row, at), zone));
    } else if (type.equals(DataTypes.StringType)) {
      column(name, name, "string", at, row -> FormulaGuard.plain(row.getUTF8String(at).toString()));
    } else if (type.equals(DataTypes.DoubleType)) {
      column(name, name, "number", at, row -> NumberText.of(row.getDouble(at)));
    } else if (type.equals(DataTypes.LongType)) {
      column(name, name, "integer", at, row -> Long.toString(row.getLong(at)));
    } else if (type.equals(DataTypes.BooleanType)) {
      column(name, name, "boolean", at, row -> Boolean.toString(row.getBoolean(at)));
    } else if (type.equals(DataTypes.DateType)) {
      column(name, name, "date", at, row -> date(row.getInt(at)));
    } else if (type instanceof ArrayType list) {
      Item item = item(list.elementType());
      column(name, name, "string", at, row -> joined(row.getArray(at), item));
    } else {
      throw new IllegalArgumentException("A package cannot hold a column of type " + type + ".");
    }
  }

  private void column(String name, String source, String type, int at, Cell cell) {
    columns.add(new CsvColumn(name, source, type, row -> row.isNullAt(at) ? null : cell.text(row)));
  }

  /** Makes the text of an item of a list. */
  @FunctionalInterface
  private interface Item {
    String text(ArrayData list, int at);
  }

  private static Item item(DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return (list, at) -> list.getUTF8String(at).toString();
    }
    if (type.equals(DataTypes.DateType)) {
      return (list, at) -> date(list.getInt(at));
    }
    if (type instanceof StructType fields && fields.length() == GAP_FIELDS) {
      return (list, at) -> interval(list.getStruct(at, GAP_FIELDS));
    }
    throw new IllegalArgumentException("A package cannot hold a list of " + type + ".");
  }

  private static String interval(InternalRow gap) {
    return InstantText.utc(instant(gap, 0)) + "/" + InstantText.utc(instant(gap, 1));
  }

  private static String joined(ArrayData list, Item item) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < list.numElements(); i++) {
      items.add(item.text(list, i));
    }
    return FormulaGuard.plain(String.join(";", items));
  }

  private static String date(int days) {
    return LocalDate.ofEpochDay(days).toString();
  }

  private static Instant instant(InternalRow row, int at) {
    return InstantText.instant(row.getLong(at));
  }
}
