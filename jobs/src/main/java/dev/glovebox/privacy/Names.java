package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Collection;
import java.util.TreeSet;

/** How names stand in messages: in the order of the alphabet, the same on every run. */
final class Names {

  private Names() {}

  static String listed(Collection<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }

  static String ofClasses(Collection<PrivacyClass> classes) {
    return listed(classes.stream().map(PrivacyClass::code).toList());
  }
}
