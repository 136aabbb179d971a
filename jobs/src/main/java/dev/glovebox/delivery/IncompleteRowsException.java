package dev.glovebox.delivery;

/** The rows of a package are not those that the completeness statement counts as released. */
public final class IncompleteRowsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IncompleteRowsException(long days) {
    super(
        "The rows of "
            + days
            + " vehicle days hold other values than completeness counts as released, so the"
            + " package would state what is not so. A date may be half published: publish the"
            + " dates in question again, then export.");
  }
}
