package dev.glovebox.simulate;

import java.io.IOException;

/**
 * A text file beside the raw objects, written piece by piece.
 *
 * @param path below the location that is written to
 */
public record SideFile(String path, Content content) {

  /** What is in a file. */
  public interface Content {

    /** Writes all of it. */
    void writeTo(Appendable out) throws IOException;
  }
}
