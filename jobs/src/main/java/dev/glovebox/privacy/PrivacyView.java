package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one kind of reader may see: an allow-list of privacy classes, and rules that take from it.
 *
 * <p>Circumstances differ in a few ways only, so every verdict is found once, when the view is
 * made, and judging a reading is a look-up. Immutable.
 */
public final class PrivacyView implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final HolderKnowledge[] HOLDERS = HolderKnowledge.values();
  private static final ErasureState[] ERASURES = ErasureState.values();
  private static final PlaceVerdict[] PLACES = PlaceVerdict.values();

  private final Set<PrivacyClass> allowed;
  private final List<Rule> rules;
  private final long instantStepMicros;

  /** Where the stretches begin within which no rule tells one instant from another; ascending. */
  private final long[] stretches;

  private final Verdict[] verdicts;

  private PrivacyView(Set<PrivacyClass> allowed, List<Rule> rules) {
    this.allowed = allowed;
    this.rules = rules;
    this.instantStepMicros = instantStep(rules);
    this.stretches = stretches(rules);
    this.verdicts = verdicts(new ReleaseGate(allowed, rules), stretches);
  }

  /** A view that releases values of these classes, unless a rule withholds them. */
  public static PrivacyView of(Set<PrivacyClass> allowed, Collection<Rule> rules) {
    return new PrivacyView(Set.copyOf(allowed), List.copyOf(rules));
  }

  /** The same view, but what it releases is as precise as it was sent. */
  public PrivacyView uncoarsened() {
    return of(allowed, rules.stream().filter(rule -> rule.action() != Action.COARSEN).toList());
  }

  /** What becomes of a reading's values; of what is known of it, null counts as nothing known. */
  public Verdict judge(Circumstances circumstances) {
    return verdicts[index(circumstances == null ? Circumstances.UNKNOWN : circumstances)];
  }

  /** The start of the step in which the instant lies, or the instant if the view keeps instants. */
  public long coarseInstantMicros(long instantMicros) {
    return instantMicros - Math.floorMod(instantMicros, instantStepMicros);
  }

  /** The classes that are released unless a rule withholds them. */
  public Set<PrivacyClass> allowed() {
    return allowed;
  }

  /** The rules, for documents and reports; judging needs {@link #judge} only. */
  public List<Rule> rules() {
    return rules;
  }

  private int index(Circumstances circumstances) {
    return index(
        stretch(circumstances.instantMicros()),
        circumstances.holder(),
        circumstances.erasure(),
        circumstances.here());
  }

  private static int index(
      int stretch, HolderKnowledge holder, ErasureState erasure, PlaceVerdict here) {
    int row = (stretch * HOLDERS.length + holder.ordinal()) * ERASURES.length + erasure.ordinal();
    return row * PLACES.length + here.ordinal();
  }

  private int stretch(long instantMicros) {
    int found = Arrays.binarySearch(stretches, instantMicros);
    return found >= 0 ? found : -found - 2;
  }

  private static long instantStep(List<Rule> rules) {
    return rules.stream()
        .filter(InstantRule.class::isInstance)
        .mapToLong(rule -> ((InstantRule) rule).stepMicros())
        .max()
        .orElse(1);
  }

  /** The unknown instant is a stretch of its own: the first. */
  private static long[] stretches(List<Rule> rules) {
    TreeSet<Long> starts =
        new TreeSet<>(List.of(Circumstances.NO_INSTANT, Circumstances.NO_INSTANT + 1));
    for (Rule rule : rules) {
      if (rule instanceof TimeRule times) {
        starts.add(times.fromMicros());
        starts.add(times.toMicros());
      }
    }
    return starts.stream().mapToLong(Long::longValue).toArray();
  }

  private static Verdict[] verdicts(ReleaseGate gate, long[] stretches) {
    int each = HOLDERS.length * ERASURES.length * PLACES.length;
    Verdict[] verdicts = new Verdict[stretches.length * each];
    for (int stretch = 0; stretch < stretches.length; stretch++) {
      for (HolderKnowledge holder : HOLDERS) {
        for (ErasureState erasure : ERASURES) {
          for (PlaceVerdict here : PLACES) {
            verdicts[index(stretch, holder, erasure, here)] =
                gate.judge(new Circumstances(holder, erasure, here, stretches[stretch]));
          }
        }
      }
    }
    return verdicts;
  }
}
