package dev.glovebox.registry;

import java.io.Serializable;

/**
 * A stretch in which somebody alone held a vehicle: {@code fromMicros <= t < toMicros}.
 *
 * @param vin of the vehicle
 * @param fromMicros microseconds since the epoch
 * @param toMicros microseconds since the epoch; {@link Tenure#STILL} if it has not ended
 */
public record Held(String vin, long fromMicros, long toMicros) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Whether it holds the instant. */
  public boolean contains(long instantMicros) {
    return fromMicros <= instantMicros && instantMicros < toMicros;
  }

  /** Says nothing of the vehicle: it may end up in a message. */
  @Override
  public String toString() {
    return "Held";
  }
}
