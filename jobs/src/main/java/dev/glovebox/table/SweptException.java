package dev.glovebox.table;

import java.util.ConcurrentModificationException;

/** A sweep may have deleted files that this run has written and not committed. */
public final class SweptException extends ConcurrentModificationException {

  private static final long serialVersionUID = 1L;

  public SweptException() {
    super(
        "A maintain whose time is ahead of the clock has swept files of this run before they were"
            + " committed. Nothing of them was published; run it again.");
  }
}
