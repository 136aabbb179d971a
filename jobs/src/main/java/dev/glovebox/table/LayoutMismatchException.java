package dev.glovebox.table;

/** A table was made with another layout of owners than the configuration asks for. */
public final class LayoutMismatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LayoutMismatchException(String table, String made, String configured) {
    super(
        "Table "
            + table
            + " was made with layout.owner-partitions: "
            + made
            + ", but the configuration says "
            + configured
            + ". The layout of a table cannot change: set it back, or publish into a new lake.");
  }
}
