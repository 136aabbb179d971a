package dev.glovebox.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.publishing.Ledger.Received;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.Rejection;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final int PART = 9;

  @Test
  void countsMessagesValuesAndWhatIsRefused() {
    Receipts receipts = new Receipts();
    receipts.add(message(RecordKind.VEHICLE_DATA, "A", 5, 3, null));
    receipts.add(message(RecordKind.VEHICLE_DATA, "A", 6, 4, Rejection.CLOCK_AHEAD));
    receipts.add(message(RecordKind.ALERTS, "A", 7, 1, null));

    assertThat(receipts.received())
        .isEqualTo(
            Map.of(
                RecordKind.VEHICLE_DATA,
                new Received(2, 7),
                RecordKind.ALERTS,
                new Received(1, 1)));
    assertThat(receipts.refused()).isEqualTo(1);
    assertThat(receipts.late()).isEmpty();
  }

  @Test
  void spansAVehiclesLateMessages() {
    Receipts receipts = new Receipts();
    receipts.addLate(message(RecordKind.ALERTS, "A", 50, 1, null));
    receipts.addLate(message(RecordKind.ALERTS, "A", 20, 1, null));
    receipts.addLate(message(RecordKind.ALERTS, "B", -3, 1, null));

    assertThat(receipts.late())
        .isEqualTo(Map.of("A", new Receipts.Span(20, 50), "B", new Receipts.Span(-3, -3)));
    assertThat(receipts.anyLate(RecordKind.ALERTS)).isTrue();
    assertThat(receipts.anyLate(RecordKind.CONNECTIVITY)).isFalse();
  }

  @Test
  void addsUpWhatCameThroughTheShuffle() {
    Receipts sum = new Receipts();
    UnsafeProjection unsafe = UnsafeProjection.create(MessageRows.SCHEMA);
    for (Receipts each : List.of(first(), second(), new Receipts())) {
      InternalRow row = unsafe.apply(ControlRows.of(each, PART));
      assertThat(row.getInt(MessageRows.PART)).isEqualTo(PART);
      sum.add(ControlRows.receipts(row));
    }

    assertThat(sum.received())
        .isEqualTo(
            Map.of(
                RecordKind.VEHICLE_DATA, new Received(2, 7),
                RecordKind.CONNECTIVITY, new Received(1, 1),
                RecordKind.UNKNOWN, new Received(1, 0)));
    assertThat(sum.refused()).isEqualTo(1);
    assertThat(sum.late())
        .isEqualTo(Map.of("A", new Receipts.Span(10, 40), "B", new Receipts.Span(12, 12)));
    assertThat(sum.anyLate(RecordKind.VEHICLE_DATA)).isTrue();
    assertThat(sum.anyLate(RecordKind.CONNECTIVITY)).isTrue();
    assertThat(sum.anyLate(RecordKind.ALERTS)).isFalse();
    assertThat(sum.fields()).isEqualTo(bits(3, 5, 250));
    assertThat(sum.lateFields()).isEqualTo(bits(5));
  }

  @Test
  void addingLeavesTheOtherAsItWas() {
    Receipts other = first();
    Receipts sum = new Receipts();
    sum.add(other);
    sum.add(second());

    assertThat(other.received()).isEqualTo(first().received());
    assertThat(other.late()).isEqualTo(first().late());
    assertThat(other.fields()).isEqualTo(first().fields());
  }

  @Test
  void lateSpansReachBackAsFarAsAPositionStands() {
    LateSpans spans =
        new LateSpans(
            Map.of("A", new Receipts.Span(100, 200), "B", new Receipts.Span(500, 500)), 30);

    assertThat(spans.first()).isEqualTo(70);
    assertThat(spans.last()).isEqualTo(500);
    assertThat(List.of(70L, 100L, 200L)).allMatch(micros -> spans.hold("A", micros));
    assertThat(List.of(69L, 201L, 500L)).noneMatch(micros -> spans.hold("A", micros));
    assertThat(spans.hold("B", 470)).isTrue();
    assertThat(spans.hold("C", 150)).isFalse();
  }

  private static Receipts first() {
    Receipts receipts = new Receipts();
    Message late = message(RecordKind.VEHICLE_DATA, "A", 10, 3, null);
    receipts.add(late);
    receipts.addLate(late);
    receipts.addField(3);
    receipts.addField(5);
    receipts.addLateField(5);
    receipts.add(message(RecordKind.UNKNOWN, null, Message.NO_INSTANT, 0, Rejection.BROKEN_RECORD));
    return receipts;
  }

  private static Receipts second() {
    Receipts receipts = new Receipts();
    receipts.add(message(RecordKind.VEHICLE_DATA, "A", 40, 4, null));
    receipts.addLate(message(RecordKind.VEHICLE_DATA, "A", 40, 4, null));
    receipts.add(message(RecordKind.CONNECTIVITY, "B", 12, 1, null));
    receipts.addLate(message(RecordKind.CONNECTIVITY, "B", 12, 1, null));
    receipts.addField(250);
    return receipts;
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    for (int each : set) {
      bits.set(each);
    }
    return bits;
  }

  private static Message message(
      RecordKind kind, String vin, long micros, int values, Rejection rejection) {
    return new Message(
        kind, "o", 1, vin, micros, values, rejection, null, new byte[0], 0, 0, List.of());
  }
}
