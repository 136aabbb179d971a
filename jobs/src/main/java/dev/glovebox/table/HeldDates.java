package dev.glovebox.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * What the log tells of the dates in a file's rows.
 *
 * @param first no row has an earlier date
 * @param last no row has a later date
 */
record HeldDates(LocalDate first, LocalDate last) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Of a file of which nothing is told; what it holds is found by reading it. */
  private static final HeldDates ANY = new HeldDates(LocalDate.MIN, LocalDate.MAX);

  /**
   * @param column of type date
   */
  static HeldDates of(AddFile file, String column) {
    if (file.partitionValues().contains(column)) {
      LocalDate date = LocalDate.parse(file.partitionValues().apply(column));
      return new HeldDates(date, date);
    }
    try {
      JsonNode statistics = JSON.readTree(file.stats() == null ? "{}" : file.stats());
      JsonNode first = statistics.path("minValues").path(column);
      JsonNode last = statistics.path("maxValues").path(column);
      boolean told =
          first.isTextual()
              && last.isTextual()
              && statistics.path("nullCount").path(column).asLong(1) == 0;
      return told
          ? new HeldDates(LocalDate.parse(first.asText()), LocalDate.parse(last.asText()))
          : ANY;
    } catch (JsonProcessingException unreadable) {
      return ANY;
    }
  }

  boolean mayHold(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  boolean isExactly(LocalDate date) {
    return date.equals(first) && date.equals(last);
  }
}
