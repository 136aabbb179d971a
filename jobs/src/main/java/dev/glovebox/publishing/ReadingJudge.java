package dev.glovebox.publishing;

import dev.glovebox.privacy.Circumstances;
import dev.glovebox.privacy.ErasureState;
import dev.glovebox.privacy.HolderKnowledge;
import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.Verdict;
import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.RejectedValue;
import java.util.List;

/**
 * Judges one reading: all messages of one vehicle and instant, in the order in which they arrived.
 *
 * <p>First it finds which value stands for each field and where the vehicle was, then it gives
 * every value of this batch date its one outcome, and from these every message.
 */
final class ReadingJudge {

  private final PrivacyView view;
  private final SignalValues signals;
  private final ListedItems items;
  private final LastPosition lastPosition;
  private final MessageTally tally = new MessageTally();
  private final OutcomeSink sink;

  ReadingJudge(ReadingRules rules, OutcomeSink sink) {
    this.view = rules.view();
    this.signals = new SignalValues(rules, sink);
    this.items = new ListedItems(rules.digests(), sink);
    this.lastPosition = new LastPosition(rules.positionCarryMicros());
    this.sink = sink;
  }

  /**
   * Judges a reading and hands what it finds to the sink.
   *
   * @param reading at least one message; all of one vehicle, holder and instant
   */
  void judge(List<AttributedMessage> reading) {
    AttributedMessage first = reading.get(0);
    signals.gather(reading);
    items.gather(reading);
    PlaceVerdict here = here(first);
    if (hasNew(reading)) {
      sink.begin(first);
      Circumstances circumstances = circumstances(first, here);
      Verdict verdict = view.judge(circumstances);
      for (AttributedMessage message : reading) {
        if (message.standing() == Standing.NEW) {
          judge(message, circumstances, verdict);
        }
      }
      signals.release(first);
    }
  }

  private static boolean hasNew(List<AttributedMessage> reading) {
    for (AttributedMessage message : reading) {
      if (message.standing() == Standing.NEW) {
        return true;
      }
    }
    return false;
  }

  /** Counts a message that was rejected whole, and keeps it. */
  void refuse(AttributedMessage refused) {
    sink.beginUnattributed();
    Message message = refused.message();
    String reason = message.rejection().code();
    sink.message(message.kind(), Outcome.REJECTED, reason);
    sink.values(message.kind(), Outcome.REJECTED, reason, message.values());
    sink.row(quarantined(refused, reason, message.raw()));
  }

  private PlaceVerdict here(AttributedMessage reading) {
    PlaceVerdict placed = signals.position();
    if (placed != null) {
      lastPosition.remember(reading, placed);
      return placed;
    }
    return lastPosition.carriedTo(reading);
  }

  private static Circumstances circumstances(AttributedMessage reading, PlaceVerdict here) {
    HolderKnowledge holder =
        switch (reading.state()) {
          case HELD -> HolderKnowledge.HELD;
          case NONE -> HolderKnowledge.NONE;
          case AMBIGUOUS -> HolderKnowledge.AMBIGUOUS;
        };
    return new Circumstances(holder, ErasureState.KEPT, here, reading.capturedAtMicros());
  }

  private void judge(AttributedMessage attributed, Circumstances circumstances, Verdict verdict) {
    Message message = attributed.message();
    tally.clear();
    countRejected(attributed);
    if (message.kind() == RecordKind.VEHICLE_DATA) {
      signals.judge(attributed, circumstances, verdict, tally);
    } else {
      items.judge(attributed, verdict, tally);
    }
    countUnread(message, verdict.unlistedReason(), message.unlisted());
    countUnread(message, verdict.unpublishedReason(), message.unpublished());
    sink.message(message.kind(), tally.outcome(), tally.reason());
  }

  /** Counts values that have no column: the catalogue lacks them, or does not publish them. */
  private void countUnread(Message message, String reason, int values) {
    if (values > 0) {
      tally.add(Outcome.WITHHELD, reason, values);
      sink.values(message.kind(), Outcome.WITHHELD, reason, values);
      if (message.kind() == RecordKind.VEHICLE_DATA) {
        signals.noteWithheld(reason);
      }
    }
  }

  private void countRejected(AttributedMessage attributed) {
    Message message = attributed.message();
    for (RejectedValue value : message.rejectedValues()) {
      String reason = value.reason().code();
      tally.add(Outcome.REJECTED, reason, 1);
      sink.values(message.kind(), Outcome.REJECTED, reason, 1);
      sink.row(quarantined(attributed, reason, value.raw()).text(Cell.SIGNAL, value.signal()));
    }
  }

  /** The quarantine row of a value that was rejected. */
  static OutcomeRow quarantined(AttributedMessage attributed, String reason, String raw) {
    Message message = attributed.message();
    OutcomeRow row = new OutcomeRow(Output.QUARANTINE);
    if (message.capturedAtMicros() != Message.NO_INSTANT) {
      row.number(Cell.CAPTURED_AT, message.capturedAtMicros());
    }
    return row.holder(attributed)
        .text(Cell.RECORD_KIND, message.kind().code())
        .text(Cell.REASON, reason)
        .text(Cell.SOURCE_OBJECT, message.object())
        .number(Cell.POSITION, message.position())
        .text(Cell.RAW, raw);
  }
}
