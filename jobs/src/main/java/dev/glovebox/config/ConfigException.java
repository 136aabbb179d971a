package dev.glovebox.config;

import java.util.List;

/**
 * The configuration, or what it leads to, is refused: nothing was read and nothing was written.
 *
 * <p>Its message lists every fault, each with the way out, and no value of a secret.
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<String> faults;

  /**
   * @param subject what is refused, as a heading
   * @param faults at least one
   */
  public ConfigException(String subject, List<String> faults) {
    super(message(subject, faults));
    this.faults = List.copyOf(faults);
  }

  /** One sentence a fault. */
  public List<String> faults() {
    return faults;
  }

  private static String message(String subject, List<String> faults) {
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("A refusal needs a fault. Provided faults: none.");
    }
    String count = faults.size() == 1 ? "1 fault" : faults.size() + " faults";
    return subject + " is refused, " + count + ":\n  - " + String.join("\n  - ", faults);
  }
}
