package dev.glovebox.table;

import java.io.Serializable;
import java.net.URI;
import java.util.List;
import org.apache.hadoop.fs.Path;

/**
 * A Parquet file in a table's folder. It is no part of the table until it is committed.
 *
 * @param table name of the table
 * @param path below the table's folder, URL-encoded as in Delta's log
 * @param partition values of the table's partition columns, in their order
 * @param bytes size as stored
 * @param modifiedAtMillis when it was written, in milliseconds since the epoch
 * @param rows how many there are in it
 * @param statistics of the columns that may have them, as JSON in Delta's form
 */
public record WrittenFile(
    String table,
    String path,
    List<String> partition,
    long bytes,
    long modifiedAtMillis,
    long rows,
    String statistics)
    implements Serializable {

  public WrittenFile {
    partition = List.copyOf(partition);
  }

  /** Where it lies. */
  Path in(Path tableFolder) {
    return new Path(tableFolder, new Path(URI.create(path)));
  }
}
