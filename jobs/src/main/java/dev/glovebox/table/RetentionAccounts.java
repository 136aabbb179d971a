package dev.glovebox.table;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * What expired of a month, as its holders see it: the table {@code completeness}.
 *
 * <p>A value that expired was released and is withheld now. Both are said in rows of their own,
 * minus so many released and as many withheld, with the reason: what was counted when the batch
 * date was published stays as it was, and the sums say what is in the tables. The rows are found by
 * comparing what was released with what is left, never by adding to earlier ones, so that it does
 * not matter how often this runs or where it was killed.
 */
final class RetentionAccounts {

  private static final TableDefinition COMPLETENESS = LakeTables.completeness();
  private static final List<String> HOLDER_AND_DAY =
      List.of("owner_partition", "owner_id", "vin", "event_date", "batch_date", "record_kind");

  private final Lake lake;
  private final List<ReleasedValues> released;
  private final ZoneId zone;
  private final String reason;

  /**
   * @param zone in which an instant has a day
   * @param reason code of what expired
   */
  RetentionAccounts(Lake lake, List<ReleasedValues> released, ZoneId zone, String reason) {
    this.lake = lake;
    this.released = released;
    this.zone = zone;
    this.reason = reason;
  }

  /** The rows that such accounts consist of. */
  Column areOwn() {
    return col("reason").eqNullSafe(reason);
  }

  /**
   * Makes the accounts of a month, in one commit or none.
   *
   * @param halfWritten batch dates that are left as they are, since a publish is at them
   */
  void make(String month, Collection<LocalDate> halfWritten, String stamp) {
    Attempts.at(
        () -> {
          Rewrite rewrite = Rewrite.begin(lake.log(COMPLETENESS), Rewrite.Effect.OTHER_ROWS);
          List<AddFile> files = rewrite.ofMonth(month);
          Dataset<Row> stated = rewrite.rows(files);
          Dataset<Row> gone = gone(month, stated, halfWritten).persist();
          try {
            replace(rewrite, month, files, stated, gone);
          } finally {
            gone.unpersist();
          }
          return rewrite.isEmpty() ? -1L : rewrite.commit(stamp);
        });
  }

  private void replace(
      Rewrite rewrite, String month, List<AddFile> files, Dataset<Row> stated, Dataset<Row> gone) {
    Set<String> partitions = partitions(stated.filter(areOwn()), gone);
    List<AddFile> touched =
        files.stream()
            .filter(file -> partitions.contains(file.partitionValues().apply("owner_partition")))
            .toList();
    if (!touched.isEmpty()) {
      Dataset<Row> rows =
          rewrite.rows(touched).filter(not(areOwn())).unionByName(said(gone, month, stated));
      SortedRewriting said =
          new SortedRewriting(lake.log(COMPLETENESS), COMPLETENESS, SortedRewriting.TARGET_BYTES);
      rewrite.add(said.of(rows, touched)).drop(touched);
    }
  }

  private Dataset<Row> gone(String month, Dataset<Row> stated, Collection<LocalDate> halfWritten) {
    Column[] key = HOLDER_AND_DAY.stream().map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> published =
        stated
            .filter(col("outcome").equalTo("released").and(not(areOwn())))
            .filter(not(Lake.ofBatchDates(halfWritten)))
            .groupBy(key)
            .agg(sum("values").as("published"));
    Dataset<Row> left =
        released.stream()
            .map(values -> left(values, month))
            .reduce(Dataset::unionByName)
            .orElseThrow()
            .groupBy(key)
            .agg(sum("count").as("left"));
    Column missing = col("published").minus(coalesce(col("left"), lit(0L)));
    return published
        .join(left, HOLDER_AND_DAY.toArray(String[]::new), "left_outer")
        .withColumn("gone", missing)
        .filter(col("gone").gt(0))
        .drop("published", "left");
  }

  private Dataset<Row> left(ReleasedValues values, String month) {
    TableDefinition table = values.table();
    Snapshot newest = lake.newest(table);
    List<AddFile> files = new TableState(newest).filesOfMonth(month);
    Dataset<Row> rows = NarrowRows.of(lake.log(table), newest, files, table.keyColumns());
    return rows.select(
        col("owner_partition"),
        col("owner_id"),
        col("vin"),
        to_date(from_utc_timestamp(col("captured_at"), zone.getId())).as("event_date"),
        col("batch_date"),
        lit(values.recordKind()).as("record_kind"),
        values.count(rows).as("count"));
  }

  private Dataset<Row> said(Dataset<Row> gone, String month, Dataset<Row> stated) {
    Column fewer = entry("released", col("gone").unary_$minus());
    Column more = entry("withheld", col("gone"));
    return gone.withColumn("entry", explode(array(fewer, more)))
        .withColumn("outcome", col("entry.outcome"))
        .withColumn("values", col("entry.values"))
        .withColumn("reason", lit(reason))
        .withColumn(Months.COLUMN, lit(month))
        .select(Arrays.stream(stated.columns()).map(name -> col(name)).toArray(Column[]::new));
  }

  private static Column entry(String outcome, Column values) {
    return struct(lit(outcome).as("outcome"), values.as("values"));
  }

  private static Set<String> partitions(Dataset<Row> own, Dataset<Row> gone) {
    return own
        .select("owner_partition")
        .union(gone.select("owner_partition"))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }
}
