package dev.glovebox.table;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.delta.actions.AddFile;

/** Lets go of records that are kept by batch date, whole batch dates at once. */
public final class ExpiredRecords {

  private final Lake lake;
  private final TableDefinition table;

  /**
   * @param table partitioned by {@code batch_date} alone
   */
  public ExpiredRecords(Lake lake, TableDefinition table) {
    this.lake = lake;
    this.table = table;
  }

  /**
   * Drops the batch dates before one, in one commit or none.
   *
   * @return how many rows are gone
   */
  public long dropBefore(LocalDate keptFrom, String stamp) {
    return Attempts.at(
        () -> {
          Rewrite rewrite = Rewrite.begin(lake.log(table), Rewrite.Effect.OTHER_ROWS);
          List<AddFile> files =
              rewrite.files(Conditions.before(rewrite.snapshot(), "batch_date", keptFrom));
          if (!files.isEmpty()) {
            rewrite.drop(files).commit(stamp);
          }
          return rewrite.rowsLost();
        });
  }
}
