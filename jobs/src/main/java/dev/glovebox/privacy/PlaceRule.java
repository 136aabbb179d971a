package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Withholds values, or the reading, because of where they lie.
 *
 * @param basis the legal basis
 * @param place what is known of the place of the values that it marks; not {@code OUTSIDE}
 * @param action to withhold the reading or the values
 * @param classes of the values that it marks; every class if it withholds the reading
 */
public record PlaceRule(String basis, PlaceVerdict place, Action action, Set<PrivacyClass> classes)
    implements Rule {

  private static final long serialVersionUID = 1L;

  public PlaceRule {
    if (place == PlaceVerdict.OUTSIDE || action == Action.COARSEN) {
      throw new IllegalArgumentException(
          "A rule about places withholds what lies in one, or nobody knows where.");
    }
    classes =
        action == Action.WITHHOLD_READING ? Set.of(PrivacyClass.values()) : Set.copyOf(classes);
  }

  @Override
  public String reason() {
    return place == PlaceVerdict.INSIDE ? ReasonCode.SENSITIVE_PLACE : ReasonCode.PLACE_UNKNOWN;
  }

  @Override
  public Precedence precedence() {
    if (action == Action.WITHHOLD_READING) {
      return Precedence.READING;
    }
    return place == PlaceVerdict.INSIDE ? Precedence.SENSITIVE_PLACE : Precedence.PLACE_UNKNOWN;
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return circumstances.here() == place;
  }
}
