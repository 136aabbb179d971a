package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Withholds values of some classes, whatever the circumstances.
 *
 * @param reason the kebab-case code
 * @param basis the legal basis
 * @param classes of the values that it marks
 */
public record ClassRule(String reason, String basis, Set<PrivacyClass> classes) implements Rule {

  private static final long serialVersionUID = 1L;

  public ClassRule {
    classes = Set.copyOf(classes);
  }

  @Override
  public Action action() {
    return Action.WITHHOLD_VALUES;
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return true;
  }
}
