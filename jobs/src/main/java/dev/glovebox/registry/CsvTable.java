package dev.glovebox.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with a header. What the parser says of a fault is not repeated: it may quote a cell.
 */
final class CsvTable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();

  private final List<String> columns;
  private final RowFaults faults;
  private long row;

  /**
   * @param columns that the header has to have
   */
  CsvTable(List<String> columns, RowFaults faults) {
    this.columns = columns;
    this.faults = faults;
  }

  /** Takes a row: its number, from 1 after the header, and its cells by the header's names. */
  interface Rows {
    void take(long row, Map<String, String> cells);
  }

  /** Hands on each row that has as many cells as the header. */
  void read(Reader csv, Rows rows) throws IOException {
    try (CSVParser parser = FORMAT.parse(withoutMark(csv))) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        faults.add("the file is empty: it needs the header " + String.join(",", columns) + ".");
        return;
      }
      List<String> header = records.next().toList();
      if (isHeader(header)) {
        readRows(records, header, rows);
      }
    } catch (UncheckedIOException e) {
      refuseBroken(e.getCause());
    }
  }

  private void readRows(Iterator<CSVRecord> records, List<String> header, Rows rows) {
    while (records.hasNext()) {
      CSVRecord record = records.next();
      row++;
      if (record.size() == header.size()) {
        rows.take(row, cells(header, record));
      } else {
        faults.add(row, "has " + record.size() + " cells, the header has " + header.size() + ".");
      }
    }
  }

  private boolean isHeader(List<String> header) {
    int before = faults.count();
    for (String column : columns) {
      int times = Collections.frequency(header, column);
      if (times != 1) {
        faults.add("the header names the column " + column + " " + times + " times, not once.");
      }
    }
    return faults.count() == before;
  }

  private void refuseBroken(IOException broken) throws IOException {
    if (!(broken instanceof CSVException)) {
      throw broken;
    }
    faults.add(row + 1, "is not CSV, nor is what follows. Look for a stray quotation mark.");
  }

  private static Map<String, String> cells(List<String> header, CSVRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.get(i));
    }
    return cells;
  }

  private static Reader withoutMark(Reader csv) throws IOException {
    BufferedReader buffered = new BufferedReader(csv);
    buffered.mark(1);
    if (buffered.read() != BYTE_ORDER_MARK) {
      buffered.reset();
    }
    return buffered;
  }
}
