package dev.glovebox.source;

import java.io.IOException;

/** The stored bytes do not decompress to their end. The storage itself is well. */
final class CorruptObjectException extends IOException {
  private static final long serialVersionUID = 1L;

  CorruptObjectException(String problem) {
    super(problem);
  }

  CorruptObjectException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
