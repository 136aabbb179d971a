package dev.glovebox.publishing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Walks the attributed messages of a partition, which lie in {@link AttributedMessage#ORDER}, and
 * judges one reading after the other; it holds no more than the messages of one instant.
 */
final class ReadingFold {

  private final Iterator<InternalRow> messages;
  private final ReadingJudge judge;
  private final List<AttributedMessage> reading = new ArrayList<>();
  private AttributedMessage ahead;

  private ReadingFold(Iterator<InternalRow> messages, ReadingJudge judge) {
    this.messages = messages;
    this.judge = judge;
    this.ahead = read();
  }

  /** What the messages of one partition come to, as rows of {@link OutcomeRow#SCHEMA}. */
  static Iterator<InternalRow> over(ReadingRules rules, Iterator<InternalRow> messages) {
    OutcomeSink sink = new OutcomeSink(new Days(rules.zone()));
    ReadingFold fold = new ReadingFold(messages, new ReadingJudge(rules, sink));
    return new SinkRows(sink, fold::judgeNext);
  }

  private boolean judgeNext() {
    if (ahead == null) {
      return false;
    }
    reading.clear();
    AttributedMessage first = ahead;
    while (ahead != null && ahead.sameReading(first)) {
      reading.add(ahead);
      ahead = read();
    }
    judge.judge(reading);
    return true;
  }

  private AttributedMessage read() {
    return messages.hasNext() ? AttributedMessage.of(messages.next()) : null;
  }
}
