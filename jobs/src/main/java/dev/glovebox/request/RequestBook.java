package dev.glovebox.request;

import dev.glovebox.table.AnswerTables;
import dev.glovebox.table.Lake;
import dev.glovebox.table.RecordTable;
import dev.glovebox.table.TableDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The table {@code requests}: every request that came in, with its state and its deadline. */
public final class RequestBook {

  private static final TableDefinition REQUESTS = AnswerTables.requests();

  private final RecordTable table;

  private RequestBook(RecordTable table) {
    this.table = table;
  }

  /** Opens the book, and makes it where there is none. */
  public static RequestBook open(Lake lake) {
    lake.prepare(List.of(REQUESTS));
    return new RequestBook(new RecordTable(lake, REQUESTS, "request_id"));
  }

  /** All entries by their id. */
  public Map<String, Entry> entries() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    table.records().forEach((id, row) -> entries.put(id, EntryRows.entry(row)));
    return entries;
  }

  /**
   * Enters new entries, and changed ones in place of what they were.
   *
   * @param stamp kept with the commit, as JSON
   * @return the version of the table that holds them
   * @throws java.util.ConcurrentModificationException if others are first time after time
   */
  public long enter(Collection<Entry> entries, String stamp) {
    Map<String, Row> rows = new LinkedHashMap<>();
    entries.forEach(entry -> rows.put(entry.id(), EntryRows.row(entry)));
    return table.put(rows, stamp);
  }
}
