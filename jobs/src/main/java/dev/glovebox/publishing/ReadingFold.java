package dev.glovebox.publishing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * Walks the attributed messages of a part, which lie in {@link MessageRows#ORDER}, and judges one
 * reading after the other; it holds no more than the messages of one instant.
 */
final class ReadingFold implements Iterator<OutcomeRow> {

  private final Iterator<AttributedMessage> messages;
  private final ReadingJudge judge;
  private final OutcomeSink sink;
  private final Queue<OutcomeRow> rows = new ArrayDeque<>();
  private final List<AttributedMessage> reading = new ArrayList<>();
  private AttributedMessage ahead;
  private boolean finished;

  /** What the messages of one part come to: rows of the tables, and at last their counts. */
  ReadingFold(ReadingRules rules, Iterator<AttributedMessage> messages) {
    this.messages = messages;
    this.sink = new OutcomeSink(new Days(rules.zone()), rows);
    this.judge = new ReadingJudge(rules, sink);
    this.ahead = read();
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && !finished) {
      judgeNext();
    }
    return !rows.isEmpty();
  }

  @Override
  public OutcomeRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.remove();
  }

  private void judgeNext() {
    if (ahead == null) {
      sink.finish();
      finished = true;
    } else if (ahead.isRefused()) {
      judge.refuse(ahead);
      ahead = read();
    } else {
      gatherReading();
      judge.judge(reading);
    }
  }

  private void gatherReading() {
    reading.clear();
    AttributedMessage first = ahead;
    while (ahead != null && !ahead.isRefused() && ahead.sameReading(first)) {
      reading.add(ahead);
      ahead = read();
    }
  }

  private AttributedMessage read() {
    return messages.hasNext() ? messages.next() : null;
  }
}
