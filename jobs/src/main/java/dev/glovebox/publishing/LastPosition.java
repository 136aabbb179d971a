package dev.glovebox.publishing;

import dev.glovebox.privacy.PlaceVerdict;

/** Where a vehicle was last known to be, for the messages that carry no position. */
final class LastPosition {

  private final long carryMicros;
  private AttributedMessage reading;
  private PlaceVerdict verdict;

  LastPosition(long carryMicros) {
    this.carryMicros = carryMicros;
  }

  void remember(AttributedMessage at, PlaceVerdict placed) {
    reading = at;
    verdict = placed;
  }

  /** The verdict that still holds for this reading; unknown when the last position is too old. */
  PlaceVerdict carriedTo(AttributedMessage later) {
    boolean holds =
        reading != null
            && reading.sameVehicle(later)
            && later.capturedAtMicros() - reading.capturedAtMicros() <= carryMicros;
    return holds ? verdict : PlaceVerdict.UNKNOWN;
  }
}
