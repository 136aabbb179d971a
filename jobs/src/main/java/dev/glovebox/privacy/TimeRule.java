package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Withholds values, or the reading, because of when they were captured.
 *
 * @param reason the kebab-case code
 * @param basis the legal basis
 * @param fromMicros the first instant that it marks, in microseconds since the epoch
 * @param toMicros the first instant after it that it does not mark
 * @param action to withhold the reading or the values
 * @param classes of the values that it marks; every class if it withholds the reading
 */
public record TimeRule(
    String reason,
    String basis,
    long fromMicros,
    long toMicros,
    Action action,
    Set<PrivacyClass> classes)
    implements Rule {

  private static final long serialVersionUID = 1L;

  public TimeRule {
    if (fromMicros >= toMicros || action == Action.COARSEN) {
      throw new IllegalArgumentException("A rule about times withholds what lies in an interval.");
    }
    classes =
        action == Action.WITHHOLD_READING ? Set.of(PrivacyClass.values()) : Set.copyOf(classes);
  }

  /** An instant that is not known may lie in the interval. */
  @Override
  public boolean marks(Circumstances circumstances) {
    long instant = circumstances.instantMicros();
    return instant == Circumstances.NO_INSTANT || (fromMicros <= instant && instant < toMicros);
  }
}
