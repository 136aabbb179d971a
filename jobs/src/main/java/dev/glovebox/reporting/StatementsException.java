package dev.glovebox.reporting;

import java.util.List;

/** Statements that do not fit their schema. */
public final class StatementsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param faults each with its place in the file
   */
  public StatementsException(List<String> faults) {
    super(
        "registry/statements.yaml cannot be used. Correct it by"
            + " schemas/report/statements.schema.json, or take it away to have it shown as"
            + " missing.\n"
            + "- "
            + String.join("\n- ", faults));
  }
}
