package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Withholds readings that their holder had erased.
 *
 * @param basis the legal basis
 */
public record ErasureRule(String basis) implements Rule {

  private static final long serialVersionUID = 1L;

  @Override
  public String reason() {
    return ReasonCode.ERASED;
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
    return Precedence.ERASURE;
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return circumstances.erasure() == ErasureState.ERASED;
  }
}
