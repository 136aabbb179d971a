package dev.glovebox.delivery;

import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** One table of a package while its rows go by: CSV goes straight in, Parquet is set aside. */
final class TableFiles implements Closeable {

  private final BagWriter bag;
  private final String path;
  private final CsvTable csv;
  private final Spool spool = new Spool();
  private final ParquetTable parquet;
  private long rows;

  /**
   * Begins both files.
   *
   * @param path without its extension
   */
  TableFiles(BagWriter bag, String path, StructType schema, CsvColumns columns) throws IOException {
    this.bag = bag;
    this.path = path;
    this.csv = new CsvTable(columns.all(), bag.payload(path + ".csv"));
    this.parquet = new ParquetTable(schema, spool);
  }

  void add(InternalRow row) throws IOException {
    csv.add(row);
    parquet.add(row);
    rows++;
  }

  /** Ends both files and lists them. */
  void end(Section section, DataPackage resources) throws IOException {
    csv.close();
    resources.csv(path + ".csv", section, rows, bag.written(path + ".csv"));
    parquet.close();
    bag.payload(path + ".parquet", spool);
    resources.parquet(path + ".parquet", section, rows, bag.written(path + ".parquet"));
    spool.close();
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
