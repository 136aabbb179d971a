package dev.glovebox.signal;

import java.util.List;

/** The signal catalogue cannot be used; the message lists everything that is wrong with it. */
public final class CatalogueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CatalogueException(List<String> faults) {
    super(
        "The signal catalogue is refused, because a wrong signal could publish what it must not."
            + " Correct each of these:\n- "
            + String.join("\n- ", faults));
  }
}
