package dev.glovebox.table;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * Brings the closed months of a table of owner data into few files, in the order of owners. Changes
 * no row. What is in order already is left alone, so that a second run does nothing.
 */
public final class Compaction {

  private final Lake lake;
  private final TableDefinition table;
  private final long targetBytes;

  public Compaction(Lake lake, TableDefinition table) {
    this(lake, table, SortedRewriting.TARGET_BYTES);
  }

  Compaction(Lake lake, TableDefinition table, long targetBytes) {
    this.lake = lake;
    this.table = table;
    this.targetBytes = targetBytes;
  }

  /**
   * Compacts one month, in one commit or none.
   *
   * @param month as in {@code event_month}
   * @param stamp kept with the commit, as JSON
   * @return whether there was anything to do
   * @throws java.util.ConcurrentModificationException if other writers were first time after time
   */
  public boolean compact(String month, String stamp) {
    return Attempts.at(
        () -> {
          Rewrite rewrite = prepared(month);
          if (rewrite.isEmpty()) {
            return false;
          }
          rewrite.commit(stamp);
          return true;
        });
  }

  /** The new files written, and nothing committed. */
  Rewrite prepared(String month) {
    Rewrite rewrite = Rewrite.begin(lake.log(table), Rewrite.Effect.SAME_ROWS);
    List<AddFile> all = rewrite.ofMonth(month);
    List<AddFile> untidy =
        SortedRewriting.byPartition(all).values().stream()
            .filter(partition -> !isTidy(partition))
            .flatMap(List::stream)
            .toList();
    if (!untidy.isEmpty()) {
      SortedRewriting files = new SortedRewriting(lake.log(table), table, targetBytes);
      rewrite
          .add(
              files.of(
                  rewrite.snapshot(),
                  untidy,
                  UnaryOperator.identity(),
                  FileTags::withOwnersTogether))
          .drop(untidy);
    }
    return rewrite;
  }

  private boolean isTidy(List<AddFile> partition) {
    boolean whole = partition.stream().allMatch(file -> file.deletionVector() == null);
    return whole
        && switch (FileTags.ofAll(partition).order()) {
          case OWNERS -> true;
          case ROWS -> partition.size() == 1 && partition.get(0).size() <= targetBytes;
          case UNKNOWN -> false;
        };
  }
}
