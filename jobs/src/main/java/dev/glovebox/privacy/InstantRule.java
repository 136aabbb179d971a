package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Makes the instants of readings less precise: each is cut to the step that it lies in.
 *
 * @param reason the kebab-case code
 * @param basis the legal basis
 * @param stepMicros length of a step in microseconds, counted from the epoch
 */
public record InstantRule(String reason, String basis, long stepMicros) implements Rule {

  private static final long serialVersionUID = 1L;

  public InstantRule {
    if (stepMicros <= 0) {
      throw new IllegalArgumentException(
          "A step of instants is longer than 0. Provided value: " + stepMicros + " microseconds");
    }
  }

  @Override
  public Action action() {
    return Action.COARSEN;
  }

  @Override
  public Set<PrivacyClass> classes() {
    return Set.of();
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return true;
  }
}
