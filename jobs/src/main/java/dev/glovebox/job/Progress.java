package dev.glovebox.job;

/** Where a job says what it is at, for whoever watches; a text names no person and no vehicle. */
@FunctionalInterface
public interface Progress {

  /** One line: {@code 2026-11-02: reading 24 objects}. */
  void step(String text);

  /** For nobody. */
  static Progress none() {
    return text -> {};
  }
}
