package dev.glovebox.table;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * Brings the closed months of a table of owner data into few files, in the order of owners. Changes
 * no row. What is in order already is left alone, so that a second run does nothing.
 */
public final class Compaction {

  private final Lake lake;
  private final TableDefinition table;
  private final OwnerSortedFiles files;

  public Compaction(Lake lake, TableDefinition table) {
    this(lake, table, OwnerSortedFiles.TARGET_BYTES);
  }

  Compaction(Lake lake, TableDefinition table, long targetBytes) {
    this.lake = lake;
    this.table = table;
    this.files = new OwnerSortedFiles(table, targetBytes);
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
    List<AddFile> all = rewrite.files(Conditions.equal(rewrite, Months.COLUMN, month));
    Map<Map<String, String>, List<AddFile>> partitions = OwnerSortedFiles.byPartition(all);
    List<AddFile> untidy =
        partitions.values().stream()
            .filter(partition -> !partition.stream().allMatch(Compaction::isTidy))
            .flatMap(List::stream)
            .toList();
    if (!untidy.isEmpty()) {
      files.rewrite(rewrite, untidy, UnaryOperator.identity(), FileTags::inOrder);
    }
    return rewrite;
  }

  private static boolean isTidy(AddFile file) {
    return FileTags.of(file).sorted() && file.deletionVector() == null;
  }
}
