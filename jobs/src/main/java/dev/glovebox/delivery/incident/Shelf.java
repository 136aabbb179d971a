package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;

/** Where packages are put; travels to every task. */
@FunctionalInterface
public interface Shelf extends Serializable {

  /**
   * Lets the package of a request be written, and keeps it if it was written whole; of others
   * nothing is to be seen.
   *
   * @return what the writing returned
   */
  Receipt keep(String requestId, Writing writing) throws IOException;

  /** Writes a package. */
  @FunctionalInterface
  interface Writing {

    /** Writes it whole, or fails; the stream stays open. */
    Receipt writeTo(OutputStream out) throws IOException;
  }
}
