package dev.glovebox.delivery.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A table of the package as CSV: UTF-8 with its mark, so that a spreadsheet reads Chinese right,
 * and lines that end as RFC 4180 says.
 */
final class PackedTable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Writer text;
  private final int columns;
  private long rows;

  private PackedTable(Writer text, int columns) {
    this.text = text;
    this.columns = columns;
  }

  /** What adds the rows of a table. */
  @FunctionalInterface
  interface Rows {
    void addTo(PackedTable table);
  }

  /**
   * Writes a whole table; the stream stays open.
   *
   * @return how many rows it has
   */
  static long write(OutputStream out, List<Column> columns, Rows rows) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    text.write(BYTE_ORDER_MARK);
    CSVFormat.RFC4180.printRecord(text, columns.stream().map(Column::name).toArray());
    PackedTable table = new PackedTable(text, columns.size());
    rows.addTo(table);
    text.flush();
    return table.rows;
  }

  /** Adds a row, a cell for each column. */
  void add(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "A row has " + columns + " cells. Provided: " + cells.size());
    }
    try {
      CSVFormat.RFC4180.printRecord(text, cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }
}
