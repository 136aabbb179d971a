package dev.glovebox.table;

import org.apache.spark.sql.types.StructField;

/** A table was made otherwise than the configuration or the catalogue asks for now. */
public final class LayoutMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private LayoutMismatchException(String message) {
    super(message);
  }

  static LayoutMismatchException ofOwners(String table, String made, String configured) {
    return new LayoutMismatchException(
        "Table "
            + table
            + " was made with layout.owner-partitions: "
            + made
            + ", but the configuration says "
            + configured
            + ". The layout of a table cannot change: set it back, or publish into a new lake.");
  }

  static LayoutMismatchException ofColumnMapping(String table, String mapping) {
    return new LayoutMismatchException(
        "Table "
            + table
            + " has delta.columnMapping.mode = "
            + mapping
            + ", so its files name columns otherwise than the catalogue does, and what is written"
            + " would not be found. Column mapping cannot be taken back: publish into a new lake.");
  }

  static LayoutMismatchException ofType(String table, StructField made, StructField wanted) {
    return new LayoutMismatchException(
        "Column "
            + made.name()
            + " of table "
            + table
            + " was made as "
            + made.dataType().simpleString()
            + ", but is now declared as "
            + wanted.dataType().simpleString()
            + ". A column's type cannot change: give the signal a new column, or publish into a new"
            + " lake.");
  }
}
