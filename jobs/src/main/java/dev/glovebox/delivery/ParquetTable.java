package dev.glovebox.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** A Parquet file of rows, written to a stream. At most a row group of it is in memory. */
final class ParquetTable implements Closeable {

  private static final long ROW_GROUP_BYTES = 16L << 20;

  /** Without the defaults, which take long to read and say nothing that matters here. */
  private static final Configuration NO_SETTINGS = new Configuration(false);

  private final ParquetWriter<InternalRow> writer;

  ParquetTable(StructType schema, OutputStream out) throws IOException {
    this.writer =
        new Builder(new ParquetColumns(schema), new StreamedFile(out))
            .withConf(NO_SETTINGS)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
  }

  void add(InternalRow row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<InternalRow, Builder> {

    private final ParquetColumns columns;

    Builder(ParquetColumns columns, OutputFile file) {
      super(file);
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in its parent, so it must be there
    protected WriteSupport<InternalRow> getWriteSupport(Configuration conf) {
      return new Support(columns);
    }
  }

  private static final class Support extends WriteSupport<InternalRow> {

    private final ParquetColumns columns;
    private RecordConsumer consumer;

    Support(ParquetColumns columns) {
      this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in its parent, so it must be there
    public WriteContext init(Configuration configuration) {
      return new WriteContext(columns.schema(), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(InternalRow row) {
      columns.write(row, consumer);
    }
  }

  /** A file that is only ever written on. */
  private record StreamedFile(OutputStream out) implements OutputFile {

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counted extends PositionOutputStream {

    private final OutputStream out;
    private long position;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
      position++;
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      out.write(from, start, length);
      position += length;
    }
  }
}
