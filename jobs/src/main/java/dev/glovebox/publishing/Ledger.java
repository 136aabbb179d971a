package dev.glovebox.publishing;

import dev.glovebox.source.RecordKind;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What a batch date received and what became of it: received = released + withheld + rejected +
 * duplicate, for messages and for values.
 *
 * @param received counted as objects were read, by record kind
 * @param entries counted as outcomes were found
 */
public record Ledger(Map<RecordKind, Received> received, List<Entry> entries) {

  /** Messages and values as they were read. */
  public record Received(long messages, long values) {}

  /**
   * One count.
   *
   * @param reason null for what was released
   */
  public record Entry(RecordKind kind, Outcome outcome, String reason, long messages, long values)
      implements Serializable {}

  public Ledger {
    received = Map.copyOf(received);
    entries = List.copyOf(entries);
  }

  /**
   * The counts as rows of the table {@code ledger}.
   *
   * @param runId the run that counts
   */
  public List<Row> rows(LocalDate batchDate, String runId) {
    return entries.stream()
        .map(
            entry ->
                RowFactory.create(
                    runId,
                    Date.valueOf(batchDate),
                    entry.kind().code(),
                    entry.outcome().code(),
                    entry.reason(),
                    entry.messages(),
                    entry.values()))
        .toList();
  }

  /** Messages that were received. */
  public long messages() {
    return received.values().stream().mapToLong(Received::messages).sum();
  }

  /** Values that were received. */
  public long values() {
    return received.values().stream().mapToLong(Received::values).sum();
  }

  /** Messages of one outcome. */
  public long messages(Outcome outcome) {
    return sum(outcome, Entry::messages);
  }

  /** Values of one outcome. */
  public long values(Outcome outcome) {
    return sum(outcome, Entry::values);
  }

  /** The share of messages that were rejected; none of nothing. */
  public double rejectedShare() {
    return messages() == 0 ? 0 : (double) messages(Outcome.REJECTED) / messages();
  }

  /**
   * Where what was received is not what was found; empty when the ledger balances.
   *
   * @return a sentence for each record kind that does not
   */
  public List<String> imbalances() {
    List<String> found = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      Received in = received.getOrDefault(kind, new Received(0, 0));
      Received out = new Received(sum(kind, Entry::messages), sum(kind, Entry::values));
      if (!Objects.equals(in, out)) {
        found.add(
            "%s: received %d messages and %d values, found an outcome for %d and %d"
                .formatted(kind.code(), in.messages(), in.values(), out.messages(), out.values()));
      }
    }
    return found;
  }

  private long sum(Outcome outcome, ToLongFunction<Entry> count) {
    return entries.stream().filter(entry -> entry.outcome() == outcome).mapToLong(count).sum();
  }

  private long sum(RecordKind kind, ToLongFunction<Entry> count) {
    return entries.stream().filter(entry -> entry.kind() == kind).mapToLong(count).sum();
  }
}
