package dev.glovebox.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * Brings the small files of a table without partitions into one, once there are many: each batch
 * date, or each run, adds one. Changes no row.
 */
public final class SmallFiles {

  /** So many runs or batch dates leave their files as they are. */
  static final int MANY = 50;

  private static final long SMALL_BYTES = 8L << 20;

  private final Lake lake;
  private final TableDefinition table;

  /**
   * @param table without partition columns
   */
  public SmallFiles(Lake lake, TableDefinition table) {
    this.lake = lake;
    this.table = table;
  }

  /**
   * Writes them as one file, in one commit or none.
   *
   * @param stamp kept with the commit, as JSON
   * @return whether there were many
   * @throws java.util.ConcurrentModificationException if other writers were first time after time
   */
  public boolean compact(String stamp) {
    return Attempts.at(
        () -> {
          Rewrite rewrite = prepared();
          if (rewrite.isEmpty()) {
            return false;
          }
          rewrite.commit(stamp);
          return true;
        });
  }

  /** The new file written, and nothing committed. */
  Rewrite prepared() {
    Rewrite rewrite = Rewrite.begin(lake.log(table), Rewrite.Effect.SAME_ROWS);
    List<AddFile> small = new ArrayList<>();
    new TableState(rewrite.snapshot())
        .files()
        .forEachRemaining(
            file -> {
              if (file.size() < SMALL_BYTES) {
                small.add(file);
              }
            });
    if (small.size() >= MANY) {
      rewrite
          .add(
              new SortedRewriting(lake.log(table), table, SortedRewriting.TARGET_BYTES)
                  .of(
                      rewrite.snapshot(),
                      small,
                      UnaryOperator.identity(),
                      UnaryOperator.identity()))
          .drop(small);
    }
    return rewrite;
  }
}
