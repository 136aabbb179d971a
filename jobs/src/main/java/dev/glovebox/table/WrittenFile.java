package dev.glovebox.table;

import java.io.Serializable;
import java.util.List;

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
}
