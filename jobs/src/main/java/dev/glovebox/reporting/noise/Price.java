package dev.glovebox.reporting.noise;

import java.math.BigDecimal;

/**
 * What a published table costs each person in it.
 *
 * @param epsilon ε, above zero
 * @param delta δ, from 0 to below 1; 0 for noise that is purely ε-private
 */
public record Price(BigDecimal epsilon, BigDecimal delta) {

  /** Nothing spent. */
  public static final Price NOTHING = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  public Price {
    if (epsilon.signum() < 0) {
      throw new IllegalArgumentException("ε is at least zero. Provided value: " + epsilon);
    }
    if (delta.signum() < 0 || delta.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("δ is from 0 to below 1. Provided value: " + delta);
    }
  }

  /** Both together, by basic composition. */
  public Price plus(Price other) {
    return new Price(epsilon.add(other.epsilon), delta.add(other.delta));
  }

  /** Whether it fits into a budget. */
  public boolean isWithin(Price budget) {
    return epsilon.compareTo(budget.epsilon) <= 0 && delta.compareTo(budget.delta) <= 0;
  }
}
