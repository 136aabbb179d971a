package dev.glovebox.registry;

import java.util.Collection;
import java.util.List;

/** The legal holds. Immutable. */
public final class Holds {

  private final List<Hold> holds;

  private Holds(Collection<Hold> holds) {
    this.holds = List.copyOf(holds);
  }

  /** Holds in any order. */
  public static Holds of(Collection<Hold> holds) {
    return new Holds(holds);
  }

  /** Nothing is held. */
  public static Holds none() {
    return new Holds(List.of());
  }

  /**
   * Whether a hold that is in force covers any of a holder's vehicles.
   *
   * @param atMicros the time to go by, in microseconds since the epoch
   */
  public boolean cover(String ownerId, Collection<String> vins, long atMicros) {
    return holds.stream()
        .filter(hold -> hold.isInForce(atMicros))
        .anyMatch(hold -> vins.stream().anyMatch(vin -> hold.covers(ownerId, vin)));
  }
}
