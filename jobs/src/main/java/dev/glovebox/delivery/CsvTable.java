package dev.glovebox.delivery;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.spark.sql.catalyst.InternalRow;

/** A CSV file that spreadsheets open as it is meant: UTF-8 with its mark, CRLF, RFC 4180. */
final class CsvTable implements Closeable {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final List<CsvColumns.CsvColumn> columns;
  private final CSVPrinter printer;

  CsvTable(List<CsvColumns.CsvColumn> columns, OutputStream out) throws IOException {
    this.columns = columns;
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    this.printer = new CSVPrinter(writer, CSVFormat.RFC4180);
    printer.printRecord(columns.stream().map(CsvColumns.CsvColumn::name).toList());
  }

  void add(InternalRow row) throws IOException {
    for (CsvColumns.CsvColumn column : columns) {
      printer.print(column.cell().text(row));
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }
}
