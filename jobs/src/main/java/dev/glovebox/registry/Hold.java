package dev.glovebox.registry;

/**
 * A legal hold: what it covers is neither deleted nor handed out while it is in force.
 *
 * @param ownerId whose data; empty: whoever holds the vehicle
 * @param vin of which vehicle; empty: of every vehicle of the holder
 * @param reason why, in the operator's own words; it is shown to nobody
 * @param fromMicros when it comes into force, in microseconds since the epoch
 * @param toMicros when it ends, exclusive; {@link #STILL} if it has not ended
 */
public record Hold(String ownerId, String vin, String reason, long fromMicros, long toMicros) {

  /** The end of a hold that has not ended. */
  public static final long STILL = Long.MAX_VALUE;

  public Hold {
    if (ownerId.isEmpty() && vin.isEmpty()) {
      throw new IllegalArgumentException("A hold covers a holder or a vehicle.");
    }
    if (toMicros <= fromMicros) {
      throw new IllegalArgumentException("A hold ends after it begins.");
    }
  }

  boolean isInForce(long atMicros) {
    return fromMicros <= atMicros && atMicros < toMicros;
  }

  boolean covers(String holder, String vehicle) {
    return (ownerId.isEmpty() || ownerId.equals(holder)) && (vin.isEmpty() || vin.equals(vehicle));
  }

  /** Says nothing of the vehicle or the person: a hold may end up in a message. */
  @Override
  public String toString() {
    return "Hold";
  }
}
