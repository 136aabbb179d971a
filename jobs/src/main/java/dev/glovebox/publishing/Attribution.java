package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.OwnerPartitions;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;

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
  private final int parts;
  private final ValueCursor cursor = new ValueCursor();

  /**
   * @param parts of the shuffle that messages are spread over
   */
  Attribution(AttributionRules rules, int parts) {
    this.tenures = rules.tenures();
    this.partitions = rules.partitions();
    this.days = new Days(rules.zone());
    this.positionField = rules.fields().position().id();
    this.positionCarryMicros = rules.positionCarryMicros();
    this.parts = parts;
  }

  /**
   * Hands on the message and, near a boundary, what the next stretch must know of its position, as
   * {@link MessageRows}.
   *
   * @param batchDay batch date of the message, in days since the epoch
   * @param object number of the object that brought it
   */
  void attribute(
      Message message,
      int batchDay,
      Standing standing,
      int object,
      Consumer<InternalRow> attributed) {
    if (message.rejection() != null) {
      Lane lane = Lane.refused(object, parts);
      attributed.accept(
          MessageRows.of(lane, Holding.State.NONE, batchDay, standing, object, message));
      return;
    }
    long instant = message.capturedAtMicros();
    Holding holding = tenures.at(message.vin(), instant);
    Lane lane = lane(instant, holding, message);
    attributed.accept(MessageRows.of(lane, holding.state(), batchDay, standing, object, message));
    long boundary = boundaryAfter(instant, holding);
    if (boundary - instant <= positionCarryMicros && hasPosition(message, standing)) {
      handOn(lane, boundary, batchDay, standing, object, message, attributed);
    }
  }

  private void handOn(
      Lane own,
      long firstBoundary,
      int batchDay,
      Standing standing,
      int object,
      Message message,
      Consumer<InternalRow> attributed) {
    Standing known = standing == Standing.NEW ? Standing.EARLIER : standing;
    long boundary = firstBoundary;
    while (boundary - message.capturedAtMicros() <= positionCarryMicros) {
      Holding holding = tenures.at(message.vin(), boundary);
      Lane lane = lane(boundary, holding, message);
      if (!lane.equals(own)) { // where the message is already
        attributed.accept(MessageRows.of(lane, holding.state(), batchDay, known, object, message));
      }
      boundary = boundaryAfter(boundary, holding);
    }
  }

  private Lane lane(long stretchMicros, Holding holding, Message message) {
    int month = days.month(stretchMicros);
    if (holding.state() != Holding.State.HELD) {
      return Lane.unheld(month, message.vin(), parts);
    }
    String owner = holding.ownerId();
    return Lane.held(month, partitions.bucket(owner), tenures.rank(owner), parts);
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
