package dev.glovebox.request;

import java.util.Locale;

/** Where a request stands. */
public enum State {
  /** To be served. */
  OPEN,
  /** Served. */
  DONE,
  /** Never to be served; it says why. */
  REFUSED,
  /** Not to be served yet; it says why. */
  DELAYED;

  /** The name in the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an answer is still owed. */
  public boolean isPending() {
    return this == OPEN || this == DELAYED;
  }

  static State of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
