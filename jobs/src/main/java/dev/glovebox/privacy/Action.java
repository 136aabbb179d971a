package dev.glovebox.privacy;

import java.util.Locale;
import java.util.Optional;

/** What a rule does to the values that it marks. */
public enum Action {
  /** Withholds every value of the reading, listed or not. */
  WITHHOLD_READING,
  /** Withholds the values that the rule covers; the rest of the reading stays. */
  WITHHOLD_VALUES,
  /** Lets the values pass, less precise. */
  COARSEN;

  private static final Action[] ALL = values();

  /** The name in the policy file, such as {@code withhold-values}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The action of that name; empty if there is none. */
  public static Optional<Action> of(String code) {
    for (Action action : ALL) {
      if (action.code().equals(code)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
