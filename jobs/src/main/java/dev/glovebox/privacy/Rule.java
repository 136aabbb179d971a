package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.io.Serializable;
import java.util.Set;

/**
 * One rule of a view: an immutable value that marks what it concerns. A rule releases nothing, it
 * knows no other rule, and so the order of rules cannot matter.
 */
public sealed interface Rule extends Serializable
    permits HolderRule,
        ErasureRule,
        ListingRule,
        ClassRule,
        PlaceRule,
        TimeRule,
        CoarseningRule,
        InstantRule {

  /** The kebab-case code that stands for this rule in ledgers and packages; never changes. */
  String reason();

  /** The legal basis, for people to read. */
  String basis();

  /** What happens to the values that it marks. */
  Action action();

  /** The classes of values that it covers. */
  Set<PrivacyClass> classes();

  /** Which values without a class it covers. */
  default Set<Listing> listings() {
    return action() == Action.WITHHOLD_READING ? Set.of(Listing.values()) : Set.of();
  }

  /** Whose reason stands when several rules mark one value. */
  default Precedence precedence() {
    return action() == Action.WITHHOLD_READING ? Precedence.READING : Precedence.CLASSES;
  }

  /** Whether it concerns a reading of these circumstances. */
  boolean marks(Circumstances circumstances);
}
