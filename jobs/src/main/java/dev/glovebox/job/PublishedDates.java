package dev.glovebox.job;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Which batch dates a run has to publish: those asked for, and those that depend on them. */
final class PublishedDates {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TableDefinition LEDGER = LakeTables.ledger();

  private final Lake lake;
  private final TableDefinition firstWritten;
  private final int windowDays;

  /**
   * @param firstWritten the table that a batch date is written to first; the ledger is the last
   * @param windowDays batch dates before one whose values are known to it
   */
  PublishedDates(Lake lake, TableDefinition firstWritten, int windowDays) {
    this.lake = lake;
    this.firstWritten = firstWritten;
    this.windowDays = windowDays;
  }

  /** The published batch dates before this one that its window reaches. */
  List<LocalDate> before(LocalDate date) {
    List<LocalDate> reached = date.minusDays(windowDays).datesUntil(date).toList();
    return reached.isEmpty() ? reached : published(reached);
  }

  /**
   * The dates asked for, one that an earlier run left half written, and the published dates whose
   * window reaches any of them: what they know has changed.
   */
  NavigableSet<LocalDate> withDependents(Collection<LocalDate> asked) {
    NavigableSet<LocalDate> dates = new TreeSet<>(asked);
    unfinished().ifPresent(dates::add);
    NavigableSet<LocalDate> reached = new TreeSet<>();
    for (LocalDate date : dates) {
      date.plusDays(1).datesUntil(date.plusDays(windowDays + 1L)).forEach(reached::add);
    }
    reached.removeAll(dates);
    if (!reached.isEmpty()) {
      dates.addAll(published(reached));
    }
    return dates;
  }

  /** A date that the first table has and the ledger lacks: a run ended between the two. */
  private Optional<LocalDate> unfinished() {
    Optional<String> begun = lake.newestStamp(firstWritten);
    return begun.equals(lake.newestStamp(LEDGER)) ? Optional.empty() : begun.flatMap(this::dateOf);
  }

  private List<LocalDate> published(Collection<LocalDate> candidates) {
    return lake
        .read(LEDGER)
        .filter(Lake.ofBatchDates(candidates))
        .select(col("batch_date"))
        .distinct()
        .collectAsList()
        .stream()
        .map(row -> row.getDate(0).toLocalDate())
        .toList();
  }

  /** What is kept with each commit of a batch date. */
  static String stamp(String runId, LocalDate date, RunReport report) {
    ObjectNode stamp = JSON.createObjectNode();
    stamp.put("run_id", runId);
    stamp.put("job", report.job());
    stamp.put("batch_date", date.toString());
    stamp.put("policy_version", report.policy().version());
    stamp.put("policy_digest", report.policy().digest());
    stamp.put("catalogue_digest", report.catalogueDigest());
    stamp.put("program_version", report.programVersion());
    return stamp.toString();
  }

  private Optional<LocalDate> dateOf(String stamp) {
    try {
      return Optional.ofNullable(JSON.readTree(stamp).get("batch_date"))
          .map(date -> LocalDate.parse(date.asText()));
    } catch (JsonProcessingException foreign) {
      return Optional.empty(); // A commit of another hand says nothing of our dates.
    }
  }
}
