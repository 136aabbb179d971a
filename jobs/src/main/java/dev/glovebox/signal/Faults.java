package dev.glovebox.signal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything found wrong so far, each once. */
final class Faults {

  private final Set<String> found = new LinkedHashSet<>();

  void add(String where, String what) {
    found.add(where + ": " + what);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new CatalogueException(List.copyOf(found));
    }
  }
}
