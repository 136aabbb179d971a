package dev.glovebox.publishing;

import dev.glovebox.privacy.Circumstances;
import dev.glovebox.privacy.Coarsening;
import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.Verdict;
import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.signal.ValueWriter;
import dev.glovebox.source.RecordKind;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** The values of one reading's vehicle data: which of them stand, and what becomes of each. */
final class SignalValues {

  static final String REPEATED_VALUE = "repeated-value";
  static final String CONFLICTING_VALUE = "conflicting-value";

  private final Fields fields;
  private final Field position;
  private final PrivacyView view;
  private final Whereabouts whereabouts;
  private final Digests digests;
  private final OutcomeSink sink;
  private final FirstValues first;
  private final ValueCursor cursor = new ValueCursor();
  private final DecodedText decodedText = new DecodedText();
  private final CoarsenedEntry coarsened = new CoarsenedEntry();
  private final ValueWriter released = new ValueWriter();
  private final TreeSet<String> withheld = new TreeSet<>();
  private AttributedMessage message;
  private MessageTally tally;

  SignalValues(ReadingRules rules, OutcomeSink sink) {
    this.fields = rules.fields();
    this.position = rules.fields().position();
    this.view = rules.view();
    this.whereabouts = new Whereabouts(rules.places());
    this.digests = rules.digests();
    this.sink = sink;
    this.first = new FirstValues(rules.fields().all().size());
  }

  /** Finds the value that stands for each field of a reading, in the order of arrival. */
  void gather(List<AttributedMessage> reading) {
    first.clear();
    released.clear();
    withheld.clear();
    // A digest knows the exact value where an earlier date published a coarser one.
    gatherDigests(reading);
    for (AttributedMessage known : reading) {
      if (known.standing() != Standing.SEEN && isVehicleData(known)) {
        gatherValues(known);
      }
    }
  }

  /** Where the reading's own position lies, or null when it has none. */
  PlaceVerdict position() {
    int field = position.id();
    if (!first.has(field)) {
      return null;
    }
    return first.standing(field) == Standing.SEEN
        ? first.place(field)
        : whereabouts.of(position, first.bytes(field), first.start(field), first.end(field));
  }

  /** Gives each value of a message of this batch date its outcome. */
  void judge(
      AttributedMessage judged, Circumstances circumstances, Verdict verdict, MessageTally into) {
    message = judged;
    tally = into;
    int releasedBefore = released.size();
    cursor.reset(judged.message().content());
    while (cursor.next()) {
      judgeEntry(fields.at(cursor.fieldId()), circumstances, verdict);
    }
    count(Outcome.RELEASED, null, released.size() - releasedBefore);
  }

  /** Lets the reading say that something of it was withheld for this reason. */
  void noteWithheld(String reason) {
    withheld.add(reason);
  }

  /** Hands on the reading's released values as one row, if there are any. */
  void release(AttributedMessage reading) {
    if (released.size() > 0) {
      sink.row(
          new OutcomeRow(Output.TELEMETRY)
              .holder(reading)
              .number(Cell.CAPTURED_AT, reading.capturedAtMicros())
              .bytes(Cell.CONTENT, released.toBytes())
              .texts(Cell.WITHHELD, withheld));
    }
  }

  private static boolean isVehicleData(AttributedMessage known) {
    return known.message().kind() == RecordKind.VEHICLE_DATA;
  }

  private void gatherDigests(List<AttributedMessage> reading) {
    for (AttributedMessage known : reading) {
      if (known.standing() == Standing.SEEN && isVehicleData(known)) {
        gatherDigests(new SeenValues(known.message().content()));
      }
    }
  }

  private void gatherDigests(SeenValues seen) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.fieldId(i) >= 0) { // otherwise the catalogue publishes it no longer
        int start = seen.digestStart(i);
        int end = start + Digests.LENGTH;
        first.offer(seen.fieldId(i), seen.bytes(), start, end, Standing.SEEN, seen.place(i));
      }
    }
  }

  private void gatherValues(AttributedMessage known) {
    byte[] block = known.message().content();
    cursor.reset(block);
    while (cursor.next()) {
      first.offer(
          cursor.fieldId(), block, cursor.valueStart(), cursor.entryEnd(), known.standing(), null);
    }
  }

  private void judgeEntry(Field field, Circumstances circumstances, Verdict verdict) {
    switch (compared(field)) {
      case FIRST -> judgeFirst(field, circumstances, verdict);
      case SAME -> {
        noteEarlier(field);
        count(Outcome.DUPLICATE, REPEATED_VALUE, 1);
      }
      case DIFFERENT -> {
        noteEarlier(field);
        count(Outcome.REJECTED, CONFLICTING_VALUE, 1);
        String raw =
            decodedText.of(
                field, message.message().content(), cursor.valueStart(), cursor.entryEnd());
        sink.row(
            ReadingJudge.quarantined(message, CONFLICTING_VALUE, raw)
                .text(Cell.SIGNAL, field.name()));
      }
    }
  }

  private FirstValues.Comparison compared(Field field) {
    return first.compare(
        field.id(),
        message.message().content(),
        cursor.valueStart(),
        cursor.entryEnd(),
        this::digest);
  }

  private void judgeFirst(Field field, Circumstances circumstances, Verdict verdict) {
    byte[] block = message.message().content();
    Coarsening coarsening = verdict.coarsening(field.privacyClass());
    String reason = reason(field, circumstances, verdict);
    if (reason == null && !CoarsenedEntry.can(field, coarsening)) {
      reason = verdict.unpublishedReason();
    }
    if (reason == null) {
      release(field, block, coarsening);
    } else {
      withheld.add(reason);
      count(Outcome.WITHHELD, reason, 1);
      byte[] digest = digest(field.id(), block, cursor.valueStart(), cursor.entryEnd());
      sink.row(noted(field, digest).text(Cell.REASON, reason));
    }
  }

  /** Releases the value at hand; what is published coarser is known exactly by its digest only. */
  private void release(Field field, byte[] block, Coarsening coarsening) {
    if (coarsening.equals(Coarsening.NONE)) {
      released.copy(block, cursor.entryStart(), cursor.entryEnd());
    } else {
      int start = cursor.valueStart();
      coarsened.write(released, field, block, start, cursor.entryEnd(), coarsening);
      note(field, digest(field.id(), block, start, cursor.entryEnd()));
    }
  }

  private String reason(Field field, Circumstances circumstances, Verdict verdict) {
    String reason = verdict.reason(field.privacyClass());
    if (reason != null || field.id() == position.id()) {
      return reason;
    }
    PlaceVerdict there =
        whereabouts.of(field, message.message().content(), cursor.valueStart(), cursor.entryEnd());
    return there == PlaceVerdict.OUTSIDE
        ? null
        : view.judge(circumstances.lying(there)).reason(field.privacyClass());
  }

  /** Remembers for later batch dates what an earlier one decided about a field met again. */
  private void noteEarlier(Field field) {
    int id = field.id();
    if (first.standing(id) != Standing.NEW && first.note(id)) {
      byte[] digest =
          first.standing(id) == Standing.SEEN
              ? Arrays.copyOfRange(first.bytes(id), first.start(id), first.end(id))
              : digest(id, first.bytes(id), first.start(id), first.end(id));
      note(field, digest);
    }
  }

  private void note(Field field, byte[] digest) {
    sink.row(noted(field, digest));
  }

  private OutcomeRow noted(Field field, byte[] digest) {
    PlaceVerdict place = field.id() == position.id() ? position() : PlaceVerdict.UNKNOWN;
    return new OutcomeRow(Output.SEEN)
        .holder(message)
        .number(Cell.CAPTURED_AT, message.capturedAtMicros())
        .text(Cell.RECORD_KIND, RecordKind.VEHICLE_DATA.code())
        .text(Cell.SIGNAL, field.name())
        .bytes(Cell.DIGEST, digest)
        .text(Cell.PLACE, place.name());
  }

  private byte[] digest(int field, byte[] block, int valueStart, int valueEnd) {
    return digests.of(
        message.vin(),
        message.capturedAtMicros(),
        fields.at(field).name(),
        block,
        valueStart,
        valueEnd);
  }

  private void count(Outcome outcome, String reason, int values) {
    tally.add(outcome, reason, values);
    sink.values(RecordKind.VEHICLE_DATA, outcome, reason, values);
  }
}
