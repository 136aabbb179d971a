package dev.glovebox.request;

import java.util.List;

/** A calendar cannot be used; says every fault. */
public final class WorkingDaysException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  WorkingDaysException(List<String> faults) {
    super(
        "The calendar of working days cannot be used. Correct it.\n- "
            + String.join("\n- ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault: where, and what would be right. */
  public List<String> faults() {
    return faults;
  }
}
