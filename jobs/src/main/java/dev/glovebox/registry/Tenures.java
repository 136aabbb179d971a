package dev.glovebox.registry;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who held which vehicle when. A renter wins over a lessee, a lessee over an owner; two holders of
 * the winning role at once are ambiguous, the same holder twice is one. Immutable, and compact
 * enough to travel to every task.
 */
public final class Tenures implements Serializable {

  private static final long serialVersionUID = 1L;

  private final TextPool vins;
  private final TextPool owners;

  /** The first stretch of each vehicle, by its number, and at last how many there are. */
  private final int[] firstStretches;

  private final long[] starts;
  private final int[] holders;

  private Tenures(Collection<String> vins, int[] firstStretches, Stretches stretches) {
    this.vins = new TextPool(vins);
    Ranked owners = Ranked.of(stretches.ownerIds());
    this.owners = new TextPool(owners.texts());
    this.firstStretches = firstStretches;
    this.starts = stretches.starts();
    this.holders = Arrays.stream(stretches.holders()).map(owners::rankOf).toArray();
  }

  /** Tenures in any order; they may overlap. */
  public static Tenures of(Collection<Tenure> rows) {
    Map<String, List<Tenure>> vehicles = new LinkedHashMap<>();
    for (Tenure row : rows) {
      vehicles.computeIfAbsent(row.vin(), vin -> new ArrayList<>(2)).add(row);
    }
    Stretches stretches = new Stretches();
    int[] firstStretches = new int[vehicles.size() + 1];
    int vehicle = 0;
    for (List<Tenure> tenures : vehicles.values()) {
      stretches.add(tenures);
      vehicle++;
      firstStretches[vehicle] = stretches.size();
    }
    return new Tenures(vehicles.keySet(), firstStretches, stretches);
  }

  /**
   * Reads {@code tenures.csv}.
   *
   * @throws RegistryException if it has a fault; with every fault and its row
   * @throws IOException if it cannot be read
   */
  public static Tenures parseCsv(Reader csv) throws IOException {
    return of(TenureRows.parseCsv(csv));
  }

  /**
   * Who held the vehicle at the instant.
   *
   * @param vin of the vehicle; an unknown one, or null, is held by nobody
   * @param instantMicros microseconds since the epoch
   */
  public Holding at(String vin, long instantMicros) {
    int vehicle = vin == null ? TextPool.ABSENT : vins.find(vin);
    if (vehicle == TextPool.ABSENT) {
      return holding(Stretches.NOBODY, Long.MAX_VALUE);
    }
    int first = firstStretches[vehicle];
    int next = firstStretches[vehicle + 1];
    int found = Arrays.binarySearch(starts, first, next, instantMicros);
    int stretch = found >= 0 ? found : -found - 2;
    long until = stretch + 1 < next ? starts[stretch + 1] : Long.MAX_VALUE;
    return holding(stretch < first ? Stretches.NOBODY : holders[stretch], until);
  }

  /**
   * What these holders ever held, each in the order of the registry's vehicles and of time; who
   * held nothing is not among them. One pass over all stretches, whatever is asked: nothing more
   * than the stretches is kept.
   */
  public Map<String, List<Held>> heldBy(Collection<String> ownerIds) {
    Map<Integer, List<Held>> byRank = new HashMap<>();
    for (String ownerId : ownerIds) {
      int rank = rank(ownerId);
      if (rank >= 0) {
        byRank.put(rank, new ArrayList<>());
      }
    }
    for (int vehicle = 0; vehicle < vins.size(); vehicle++) {
      addHeld(vehicle, byRank);
    }
    Map<String, List<Held>> held = new HashMap<>();
    byRank.forEach((rank, stretches) -> held.put(owner(rank), stretches));
    held.values().removeIf(List::isEmpty);
    return held;
  }

  private void addHeld(int vehicle, Map<Integer, List<Held>> byRank) {
    int next = firstStretches[vehicle + 1];
    for (int stretch = firstStretches[vehicle]; stretch < next; stretch++) {
      List<Held> held = byRank.get(holders[stretch]);
      if (held != null) {
        long until = stretch + 1 < next ? starts[stretch + 1] : Tenure.STILL;
        held.add(new Held(vins.text(vehicle), starts[stretch], until));
      }
    }
  }

  /**
   * Where a holder stands among all, in the order of the UTF-8 bytes of their ids; negative for
   * whoever holds nothing.
   */
  public int rank(String ownerId) {
    return owners.find(ownerId);
  }

  /** The holder of a rank. */
  public String owner(int rank) {
    return owners.text(rank);
  }

  /** How many vehicles have been held by anybody. */
  public int vehicles() {
    return vins.size();
  }

  private Holding holding(int holder, long untilMicros) {
    return switch (holder) {
      case Stretches.NOBODY -> new Holding(Holding.State.NONE, null, untilMicros);
      case Stretches.AMBIGUOUS -> new Holding(Holding.State.AMBIGUOUS, null, untilMicros);
      default -> new Holding(Holding.State.HELD, owners.text(holder), untilMicros);
    };
  }
}
