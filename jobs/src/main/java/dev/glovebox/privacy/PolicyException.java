package dev.glovebox.privacy;

import java.util.List;

/** The policy cannot be used; says every fault at once. */
public final class PolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  PolicyException(List<String> faults) {
    super(
        "The policy cannot be used. Correct the file, or leave out the key policy to use the"
            + " packaged one.\n"
            + "- "
            + String.join("\n- ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault: where it is, what is wrong, what would be right. */
  public List<String> faults() {
    return faults;
  }
}
