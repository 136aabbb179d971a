package dev.glovebox.trip;

import java.util.Optional;

/**
 * Follows a quantity that cannot leap. One value that leaps is not believed; when the next one goes
 * on from it, the quantity was set anew and is followed from there.
 *
 * @param <T> a value with its instant
 */
final class Believed<T> {

  /** Whether a quantity can have come from one value to another. */
  interface Step<T> {
    boolean isPossible(T from, T to);
  }

  /**
   * What a value that is believed came from.
   *
   * @param from the value before it
   * @param to the value itself
   */
  record Taken<T>(T from, T to) {}

  private final Step<T> step;
  private T last;
  private T doubted;

  Believed(Step<T> step) {
    this.step = step;
  }

  /** The step that this value is, where it is one that can be. */
  Optional<Taken<T>> next(T value) {
    if (last == null) {
      last = value;
      return Optional.empty();
    }
    if (step.isPossible(last, value)) {
      return Optional.of(taken(last, value));
    }
    if (doubted != null && step.isPossible(doubted, value)) {
      return Optional.of(taken(doubted, value));
    }
    doubted = value;
    return Optional.empty();
  }

  private Taken<T> taken(T from, T to) {
    last = to;
    doubted = null;
    return new Taken<>(from, to);
  }
}
