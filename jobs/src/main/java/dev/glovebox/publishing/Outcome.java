package dev.glovebox.publishing;

import java.util.Locale;

/** What became of a message or a value: each has exactly one. In falling rank for a message. */
public enum Outcome {
  RELEASED("released"),
  WITHHELD("withheld"),
  DUPLICATE("duplicate"),
  REJECTED("rejected");

  private final String code;

  Outcome(String code) {
    this.code = code;
  }

  /**
   * The outcome of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Outcome of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The name in the ledger. */
  public String code() {
    return code;
  }
}
