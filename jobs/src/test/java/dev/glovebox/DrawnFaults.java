package dev.glovebox;

import dev.glovebox.FaultyStore.Fault;
import dev.glovebox.FaultyStore.Plan;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Faults by seed, now and then, and never so many for one request that a patient client gives up.
 */
public final class DrawnFaults implements Plan {

  /** A client that tries three times gets through. */
  private static final int MOST_IN_A_ROW = 2;

  /** What a client that tries again gets over. */
  private static final Fault[] TEMPORARY = {
    Fault.INTERNAL_ERROR,
    Fault.SLOW_DOWN,
    Fault.CUT_BEFORE,
    Fault.ANSWER_LOST,
    Fault.CUT_AMID,
    Fault.SLOW_BYTES
  };

  private final Random random;
  private final int oneIn;
  private final Map<String, Integer> inARow = new HashMap<>();

  /** One request in so many fails. */
  public DrawnFaults(long seed, int oneIn) {
    this.random = new Random(seed);
    this.oneIn = oneIn;
  }

  /** All that it draws from. */
  public static Set<Fault> temporary() {
    return EnumSet.copyOf(Arrays.asList(TEMPORARY));
  }

  @Override
  public synchronized Fault of(String method, String path) {
    String request = method + " " + path;
    if (inARow.getOrDefault(request, 0) >= MOST_IN_A_ROW || random.nextInt(oneIn) > 0) {
      inARow.remove(request);
      return Fault.NONE;
    }
    inARow.merge(request, 1, Integer::sum);
    return TEMPORARY[random.nextInt(TEMPORARY.length)];
  }
}
