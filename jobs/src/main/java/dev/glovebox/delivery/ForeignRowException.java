package dev.glovebox.delivery;

/**
 * A row came for a package that it does not belong to: nothing of the package may be given away.
 */
public final class ForeignRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ForeignRowException(String message) {
    super(message);
  }
}
