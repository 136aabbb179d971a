package dev.glovebox.registry;

import java.util.Objects;

/**
 * One holder's interval for one vehicle: {@code validFromMicros <= t < validToMicros}.
 *
 * @param vin of the vehicle
 * @param ownerId of the holder
 * @param role as what they hold it
 * @param validFromMicros microseconds since the epoch
 * @param validToMicros microseconds since the epoch; {@link #STILL} if it has not ended
 */
public record Tenure(
    String vin, String ownerId, Role role, long validFromMicros, long validToMicros) {

  /** The end of a tenure that has not ended. */
  public static final long STILL = Long.MAX_VALUE;

  public Tenure {
    Objects.requireNonNull(role, "A tenure needs a role.");
    if (vin.isEmpty() || ownerId.isEmpty()) {
      throw new IllegalArgumentException("A tenure needs a vehicle and a holder.");
    }
    if (validToMicros <= validFromMicros) {
      throw new IllegalArgumentException("A tenure ends after it begins.");
    }
  }

  /** Says nothing of the vehicle or the person: a tenure may end up in a message. */
  @Override
  public String toString() {
    return "Tenure[" + role.code() + "]";
  }
}
