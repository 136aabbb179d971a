package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.io.Serializable;
import java.util.Set;

/**
 * Lets go of values of some classes after a time.
 *
 * @param classes of the values
 * @param days that they are kept, counted from when they were captured
 * @param basis the legal basis
 */
public record RetentionRule(Set<PrivacyClass> classes, int days, String basis)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public RetentionRule {
    classes = Set.copyOf(classes);
  }
}
