package dev.glovebox.privacy;

import java.util.List;

/** The file of sensitive places cannot be used; says every fault, never a position or a name. */
public final class SensitivePlacesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  SensitivePlacesException(List<String> faults) {
    super(
        "The sensitive places cannot be used. Correct the GeoJSON file; nothing is published until"
            + " every place in it is understood.\n- "
            + String.join("\n- ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault: which feature, what is wrong, what would be right. */
  public List<String> faults() {
    return faults;
  }
}
