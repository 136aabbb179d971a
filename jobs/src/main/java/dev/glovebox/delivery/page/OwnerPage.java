package dev.glovebox.delivery.page;

import java.io.IOException;

/**
 * The page of an owner's package, {@code index.html}: one file that needs neither network nor
 * script, in the language of the request.
 */
public final class OwnerPage {

  private OwnerPage() {}

  /**
   * Writes the page. The same facts give the same text, to be encoded as UTF-8.
   *
   * @throws IOException if {@code out} throws it
   */
  public static void write(PageFacts facts, Appendable out) throws IOException {
    throw new UnsupportedOperationException("The page is not written yet: " + facts.asked());
  }
}
