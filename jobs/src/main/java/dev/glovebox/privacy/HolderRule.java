package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Withholds readings whose holder is not known.
 *
 * @param basis the legal basis
 * @param holder what is known of the holder of the readings that it marks; not {@code HELD}
 */
public record HolderRule(String basis, HolderKnowledge holder) implements Rule {

  private static final long serialVersionUID = 1L;

  public HolderRule {
    if (holder == HolderKnowledge.HELD) {
      throw new IllegalArgumentException("A rule about the holder marks what nobody holds.");
    }
  }

  @Override
  public String reason() {
    return holder == HolderKnowledge.NONE ? ReasonCode.NO_TENURE : ReasonCode.AMBIGUOUS_TENURE;
  }

  @Override
  public Action action() {
    return Action.WITHHOLD_READING;
  }

  @Override
  public Set<PrivacyClass> classes() {
    return Set.of(PrivacyClass.values());
  }

  @Override
  public Precedence precedence() {
    return Precedence.HOLDER;
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return circumstances.holder() == holder;
  }
}
