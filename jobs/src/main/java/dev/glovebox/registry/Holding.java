package dev.glovebox.registry;

/**
 * Who held a vehicle at an instant.
 *
 * @param state whether one holder is known
 * @param ownerId the holder; null unless held
 * @param untilMicros how long this answer stands, exclusive, in microseconds since the epoch;
 *     {@link Long#MAX_VALUE} if it does not change
 */
public record Holding(State state, String ownerId, long untilMicros) {

  /** What is known of the holder. */
  public enum State {
    HELD,
    /** Nobody, or the vehicle is unknown. */
    NONE,
    /** Two holders of the winning role at once. */
    AMBIGUOUS
  }

  /** Says nothing of the person: a holding may end up in a message. */
  @Override
  public String toString() {
    return "Holding[" + state + "]";
  }
}
