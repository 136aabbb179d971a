package dev.glovebox.publishing;

import dev.glovebox.source.Message;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/** The outcomes of messages that were rejected whole, which belong to no reading. */
final class RefusedMessages {

  private RefusedMessages() {}

  /**
   * One quarantine row a message, and at the end the counts, as rows of {@link OutcomeRow#SCHEMA}.
   */
  static Iterator<InternalRow> over(ReadingRules rules, Iterator<InternalRow> messages) {
    OutcomeSink sink = new OutcomeSink(new Days(rules.zone()));
    return new SinkRows(sink, () -> refuseNext(messages, sink));
  }

  private static boolean refuseNext(Iterator<InternalRow> messages, OutcomeSink sink) {
    if (!messages.hasNext()) {
      return false;
    }
    AttributedMessage refused = AttributedMessage.of(messages.next());
    Message message = refused.message();
    String reason = message.rejection().code();
    sink.message(message.kind(), Outcome.REJECTED, reason);
    sink.values(message.kind(), Outcome.REJECTED, reason, message.values());
    sink.row(ReadingJudge.quarantined(refused, reason, message.raw()));
    return true;
  }
}
