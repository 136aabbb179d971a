package dev.glovebox.registry;

import java.util.List;

/** The registry cannot be used; says every fault with its row, never a person or a vehicle. */
public final class RegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  RegistryException(String what, List<String> faults) {
    super(
        "The registry's "
            + what
            + " cannot be used. Correct the rows; nothing is published until every row is"
            + " understood.\n- "
            + String.join("\n- ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault: which row, what is wrong, what would be right. */
  public List<String> faults() {
    return faults;
  }
}
