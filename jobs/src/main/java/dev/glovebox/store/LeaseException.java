package dev.glovebox.store;

import java.io.IOException;

/** The lease of a lake cannot be had, or has ended. Its message is for people. */
public final class LeaseException extends IOException {

  private static final long serialVersionUID = 1;

  LeaseException(String message) {
    super(message);
  }
}
