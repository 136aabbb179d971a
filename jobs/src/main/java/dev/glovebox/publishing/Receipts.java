package dev.glovebox.publishing;

import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import java.io.Serializable;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What was received, counted as objects are read: the one side of the ledger, and what of it
 * earlier batch dates may know. Those of several objects add up.
 */
final class Receipts implements Serializable {

  private static final long serialVersionUID = 1L;

  private final EnumMap<RecordKind, long[]> received = new EnumMap<>(RecordKind.class);
  private final HashMap<String, Span> late = new HashMap<>();
  private final BitSet lateFields = new BitSet();
  private final BitSet lateKinds = new BitSet();
  private long refused;

  /**
   * From when to when a vehicle's late messages lie, in microseconds since the epoch, both
   * inclusive.
   */
  record Span(long first, long last) implements Serializable {

    private Span and(Span other) {
      return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
  }

  void add(Message message) {
    long[] counts = received.computeIfAbsent(message.kind(), kind -> new long[2]);
    counts[0]++;
    counts[1] += message.values();
    if (message.rejection() != null) {
      refused++;
    }
  }

  /** Notes a message whose instant an earlier batch date may have met. */
  void addLate(Message message) {
    long instant = message.capturedAtMicros();
    late.merge(message.vin(), new Span(instant, instant), Span::and);
    lateKinds.set(message.kind().ordinal());
  }

  /** Notes a field of a late message. */
  void addLateField(int field) {
    lateFields.set(field);
  }

  void add(Receipts other) {
    other.received.forEach(
        (kind, more) -> {
          long[] counts = received.computeIfAbsent(kind, same -> new long[2]);
          counts[0] += more[0];
          counts[1] += more[1];
        });
    other.late.forEach((vin, span) -> late.merge(vin, span, Span::and));
    lateFields.or(other.lateFields);
    lateKinds.or(other.lateKinds);
    refused += other.refused;
  }

  /** Messages and values by record kind. */
  Map<RecordKind, Ledger.Received> received() {
    Map<RecordKind, Ledger.Received> counts = new EnumMap<>(RecordKind.class);
    received.forEach((kind, each) -> counts.put(kind, new Ledger.Received(each[0], each[1])));
    return counts;
  }

  /** Messages that were rejected whole. */
  long refused() {
    return refused;
  }

  /** By vehicle, when its late messages lie; empty when there is none. */
  Map<String, Span> late() {
    return late;
  }

  boolean anyLate(RecordKind kind) {
    return lateKinds.get(kind.ordinal());
  }

  /** The fields that late messages have, by their ids. */
  BitSet lateFields() {
    return lateFields;
  }
}
