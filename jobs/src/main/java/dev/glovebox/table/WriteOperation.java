package dev.glovebox.table;

import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaOperations;
import scala.Option;

/** What the history of a table says of a commit. */
final class WriteOperation {

  private WriteOperation() {}

  /**
   * @param predicate of the rows that are replaced
   * @param stamp of the run
   */
  static DeltaOperations.Operation overwrite(String predicate, String stamp) {
    return of(SaveMode.Overwrite, Option.apply(predicate), stamp);
  }

  static DeltaOperations.Operation append(String stamp) {
    return of(SaveMode.Append, Option.empty(), stamp);
  }

  /** Files in place of others. */
  static DeltaOperations.Operation rewrite(String stamp) {
    return of(SaveMode.Overwrite, Option.empty(), stamp);
  }

  private static DeltaOperations.Operation of(
      SaveMode mode, Option<String> predicate, String stamp) {
    return new DeltaOperations.Write(
        mode,
        Option.empty(),
        predicate,
        Option.apply(stamp),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
