package dev.glovebox.publishing;

import java.io.Serializable;

/**
 * What one holder asks to have read again: what one vehicle sent in a stretch of time, as far as it
 * was theirs.
 *
 * @param vin of the vehicle
 * @param ownerId of the holder
 * @param fromMicros first instant, in microseconds since the epoch
 * @param untilMicros exclusive
 */
public record Watch(String vin, String ownerId, long fromMicros, long untilMicros)
    implements Serializable {

  /** Says nothing of the person: a watch may end up in a message. */
  @Override
  public String toString() {
    return "Watch[" + fromMicros + ", " + untilMicros + "]";
  }
}
