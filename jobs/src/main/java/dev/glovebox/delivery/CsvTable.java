package dev.glovebox.delivery;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.spark.sql.catalyst.InternalRow;

/** A CSV file that spreadsheets open as it is meant: UTF-8 with its mark, CRLF, RFC 4180. */
final class CsvTable implements Closeable {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final List<CsvColumns.CsvColumn> columns;
  private final Writer writer;

  CsvTable(List<CsvColumns.CsvColumn> columns, OutputStream out) throws IOException {
    this.columns = columns;
    this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(BYTE_ORDER_MARK);
    CSVFormat.RFC4180.printRecord(
        writer, columns.stream().map(CsvColumns.CsvColumn::name).toArray());
  }

  void add(InternalRow row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      CSVFormat.RFC4180.print(columns.get(i).cell().text(row), writer, i == 0);
    }
    CSVFormat.RFC4180.println(writer);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
