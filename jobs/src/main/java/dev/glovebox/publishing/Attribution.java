package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.OwnerPartitions;
import java.util.function.Consumer;

/**
 * Gives each message to whoever held the vehicle at its instant.
 *
 * <p>A holder's readings of a month are put in order and judged on their own, so a position shortly
 * before a month or a tenure begins is handed on to it: a vehicle stays in its place when the
 * calendar or the owner changes.
 */
final class Attribution {

  private final Tenures tenures;
  private final OwnerPartitions partitions;
  private final Days days;
  private final int positionField;
  private final long positionCarryMicros;
  private final ValueCursor cursor = new ValueCursor();

  Attribution(AttributionRules rules) {
    this.tenures = rules.tenures();
    this.partitions = rules.partitions();
    this.days = new Days(rules.zone());
    this.positionField = rules.fields().position().id();
    this.positionCarryMicros = rules.positionCarryMicros();
  }

  /**
   * Hands on the message and, near a boundary, what the next stretch must know of its position.
   *
   * @param batchDay batch date of the message, in days since the epoch
   */
  void attribute(
      Message message, int batchDay, Standing standing, Consumer<AttributedMessage> attributed) {
    if (message.rejection() != null) {
      attributed.accept(
          new AttributedMessage(null, null, null, Holding.State.NONE, batchDay, standing, message));
      return;
    }
    long instant = message.capturedAtMicros();
    Holding holding = tenures.at(message.vin(), instant);
    attributed.accept(at(instant, holding, batchDay, standing, message));
    long boundary = boundaryAfter(instant, holding);
    if (boundary - instant <= positionCarryMicros && hasPosition(message, standing)) {
      handOn(boundary, batchDay, standing, message, attributed);
    }
  }

  private void handOn(
      long firstBoundary,
      int batchDay,
      Standing standing,
      Message message,
      Consumer<AttributedMessage> attributed) {
    Standing known = standing == Standing.NEW ? Standing.EARLIER : standing;
    long boundary = firstBoundary;
    while (boundary - message.capturedAtMicros() <= positionCarryMicros) {
      Holding holding = tenures.at(message.vin(), boundary);
      attributed.accept(at(boundary, holding, batchDay, known, message));
      boundary = boundaryAfter(boundary, holding);
    }
  }

  private AttributedMessage at(
      long stretchMicros, Holding holding, int batchDay, Standing standing, Message message) {
    boolean held = holding.state() == Holding.State.HELD;
    return new AttributedMessage(
        days.month(stretchMicros),
        held ? partitions.of(holding.ownerId()) : message.vin(),
        held ? holding.ownerId() : null,
        holding.state(),
        batchDay,
        standing,
        message);
  }

  private long boundaryAfter(long instantMicros, Holding holding) {
    return Math.min(holding.untilMicros(), days.nextMonthMicros(instantMicros));
  }

  private boolean hasPosition(Message message, Standing standing) {
    if (message.kind() != RecordKind.VEHICLE_DATA) {
      return false;
    }
    if (standing == Standing.SEEN) {
      return true;
    }
    cursor.reset(message.content());
    while (cursor.next()) {
      if (cursor.fieldId() == positionField) {
        return true;
      }
    }
    return false;
  }
}
