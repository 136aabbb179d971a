package dev.glovebox.table;

import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * Lets go of the values of one table that were kept long enough, a commit a month.
 *
 * <p>Each file remembers what it was relieved of, so that it is read again only when more of it
 * expires.
 */
final class ExpiredValues {

  private static final String CAPTURED_AT = "captured_at";

  private final Lake lake;
  private final ReleasedValues values;
  private final Months months;
  private final Expiry expiry;

  /**
   * @param expiry of the classes that the table holds
   */
  ExpiredValues(Lake lake, ReleasedValues values, Months months, Expiry expiry) {
    this.lake = lake;
    this.values = values;
    this.months = months;
    this.expiry = expiry;
  }

  /**
   * Relieves the files of every month that has something to lose.
   *
   * @return how many rows are gone
   */
  long expire(String stamp) {
    String last = expiry.latest().map(months::of).orElse("");
    return Months.of(lake, values.table()).stream()
        .filter(month -> month.compareTo(last) <= 0)
        .mapToLong(month -> expire(month, stamp))
        .sum();
  }

  private long expire(String month, String stamp) {
    return Attempts.at(
        () -> {
          Rewrite rewrite = Rewrite.begin(lake.log(values.table()), Rewrite.Effect.OTHER_ROWS);
          List<AddFile> files = expired(rewrite, month);
          return files.isEmpty() ? 0L : relieve(rewrite, month, files, stamp);
        });
  }

  private List<AddFile> expired(Rewrite rewrite, String month) {
    if (rewrite.ofMonth(month).stream().noneMatch(file -> needsWork(file, month))) {
      return List.of();
    }
    Instant latest = expiry.latest().orElseThrow();
    return rewrite
        .files(
            Conditions.equal(rewrite.snapshot(), Months.COLUMN, month),
            Conditions.before(rewrite.snapshot(), CAPTURED_AT, latest))
        .stream()
        .filter(file -> needsWork(file, month))
        .toList();
  }

  private boolean needsWork(AddFile file, String month) {
    return needsWork(FileTags.of(file), months.end(month));
  }

  private boolean needsWork(FileTags tags, Instant monthEnd) {
    return expiry.keptFrom().entrySet().stream()
        .anyMatch(rule -> reaches(rule, tags.keptFrom(), monthEnd));
  }

  /** Whether a rule lets go of more of a file than the file says. */
  private static boolean reaches(
      Map.Entry<PrivacyClass, Instant> rule,
      Map<PrivacyClass, Instant> relieved,
      Instant monthEnd) {
    Instant before = relieved.get(rule.getKey());
    return before == null || (before.isBefore(rule.getValue()) && before.isBefore(monthEnd));
  }

  private long relieve(Rewrite rewrite, String month, List<AddFile> files, String stamp) {
    SortedRewriting left =
        new SortedRewriting(lake.log(values.table()), values.table(), SortedRewriting.TARGET_BYTES);
    rewrite
        .add(
            left.of(
                rewrite.snapshot(),
                files,
                rows -> values.kept(expiry, rows),
                tags -> tags.without(expiry.keptFrom())))
        .drop(files);
    RetentionTurns.advance(rewrite, lake, month);
    rewrite.commit(stamp);
    return rewrite.rowsLost();
  }
}
