package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.source.RecordKind;
import java.util.Queue;

/** Takes what one pass finds, keeps its counts, and hands the rows on in order. */
final class OutcomeSink {

  private final Queue<OutcomeRow> rows;
  private final Counts ledger = new Counts();
  private final Counts completeness = new Counts();
  private final Days days;
  private AttributedMessage holderAndDay;
  private int eventDay;

  OutcomeSink(Days days, Queue<OutcomeRow> rows) {
    this.days = days;
    this.rows = rows;
  }

  /** Says whose reading comes next, so that their counts are kept by vehicle and day. */
  void begin(AttributedMessage message) {
    int day = days.day(message.capturedAtMicros());
    if (holderAndDay == null || day != eventDay || !holderAndDay.sameVehicle(message)) {
      flushCompleteness();
      holderAndDay = message;
      eventDay = day;
    }
  }

  /** Says that what comes next belongs to no holder. */
  void beginUnattributed() {
    flushCompleteness();
    holderAndDay = null;
  }

  void row(OutcomeRow row) {
    rows.add(row);
  }

  void message(RecordKind kind, Outcome outcome, String reason) {
    ledger.addMessage(kind, outcome, reason);
  }

  /** Counts values of the message at hand, in the ledger and for their holder. */
  void values(RecordKind kind, Outcome outcome, String reason, long count) {
    ledger.addValues(kind, outcome, reason, count);
    if (holderAndDay != null && holderAndDay.ownerId() != null) {
      completeness.addValues(kind, outcome, reason, count);
    }
  }

  /** Adds the counts as rows, when no reading is left. */
  void finish() {
    flushCompleteness();
    ledger.drain((key, counts) -> row(counted(Output.LEDGER, key, counts)));
  }

  private void flushCompleteness() {
    completeness.drain(
        (key, counts) ->
            row(counted(Output.COMPLETENESS, key, counts).holder(holderAndDay).eventDay(eventDay)));
  }

  private static OutcomeRow counted(Output output, Counts.Key key, long[] counts) {
    return new OutcomeRow(output)
        .text(Cell.RECORD_KIND, key.kind().code())
        .text(Cell.OUTCOME, key.outcome().code())
        .text(Cell.REASON, key.reason())
        .number(Cell.MESSAGES, counts[0])
        .number(Cell.VALUES, counts[1]);
  }
}
