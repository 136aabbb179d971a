package dev.glovebox.request;

import java.io.Serializable;

/**
 * A stretch of one vehicle's time that a request is granted: {@code fromMicros <= t < toMicros}.
 *
 * @param vin of the vehicle
 * @param fromMicros microseconds since the epoch
 * @param toMicros microseconds since the epoch
 * @param heldToMicros when whoever asks held it no longer: what began in the stretch may go on
 *     beyond it, but not beyond this
 */
public record Grant(String vin, long fromMicros, long toMicros, long heldToMicros)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Whether it holds the instant. */
  public boolean contains(long instantMicros) {
    return fromMicros <= instantMicros && instantMicros < toMicros;
  }

  /** Says nothing of the vehicle: it may end up in a message. */
  @Override
  public String toString() {
    return "Grant";
  }
}
