package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Makes released values of some classes less precise, whatever the circumstances.
 *
 * @param reason the kebab-case code
 * @param basis the legal basis
 * @param classes of the values that it marks
 * @param coarsening of these values
 */
public record CoarseningRule(
    String reason, String basis, Set<PrivacyClass> classes, Coarsening coarsening) implements Rule {

  private static final long serialVersionUID = 1L;

  public CoarseningRule {
    classes = Set.copyOf(classes);
  }

  @Override
  public Action action() {
    return Action.COARSEN;
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return true;
  }
}
