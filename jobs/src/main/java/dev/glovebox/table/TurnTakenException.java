package dev.glovebox.table;

import java.time.LocalDate;
import java.util.ConcurrentModificationException;

/** Another run replaces the same batch date at the same time. */
public final class TurnTakenException extends ConcurrentModificationException {

  private static final long serialVersionUID = 1L;

  public TurnTakenException(LocalDate date) {
    this("Another run has replaced " + date + " while this one was at it.");
  }

  private TurnTakenException(String message) {
    super(message);
  }

  static TurnTakenException ofTable(String table) {
    return new TurnTakenException(
        "Another run has written to " + table + " while this one was at it.");
  }
}
