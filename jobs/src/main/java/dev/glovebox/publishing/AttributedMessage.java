package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.source.Message;
import java.util.Objects;

/**
 * A message with the holder of its instant.
 *
 * @param stretch whose readings it belongs to
 * @param state whether a holder is known
 * @param batchDay batch date in days since the epoch
 * @param standing how it takes part
 * @param message what the adapter read
 */
record AttributedMessage(
    Stretch stretch, Holding.State state, int batchDay, Standing standing, Message message) {

  String vin() {
    return message.vin();
  }

  String ownerId() {
    return stretch.ownerId();
  }

  long capturedAtMicros() {
    return message.capturedAtMicros();
  }

  /** True for a message that was rejected whole, which belongs to no reading. */
  boolean isRefused() {
    return message.rejection() != null;
  }

  /** True when both are of one vehicle, instant and holder: one reading. */
  boolean sameReading(AttributedMessage other) {
    return capturedAtMicros() == other.capturedAtMicros() && sameVehicle(other);
  }

  /** True when both are of one vehicle while one holder had it, in one month. */
  boolean sameVehicle(AttributedMessage other) {
    return Objects.equals(stretch, other.stretch) && Objects.equals(vin(), other.vin());
  }
}
