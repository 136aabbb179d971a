package dev.glovebox.reporting.noise;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Two-sided geometric noise: n with a probability proportional to exp(−|n|/scale). Algorithm 2 of
 * Canonne, Kamath and Steinke (2020).
 *
 * <p>With a scale of Δ/ε it makes a list of whole numbers ε-differentially private, if one person
 * changes them by at most Δ in all.
 */
public final class DiscreteLaplace implements Noise {

  private final Fraction scale;
  private final ExactDraws draws;

  private DiscreteLaplace(Fraction scale, ExactDraws draws) {
    this.scale = scale;
    this.draws = draws;
    if (scale.numerator().signum() == 0) {
      throw new IllegalArgumentException("The scale of noise is above zero. Provided value: 0");
    }
  }

  /** Noise of this scale, from the system's secure source. */
  public static DiscreteLaplace ofScale(Fraction scale) {
    return from(scale, new SecureRandom());
  }

  /**
   * Noise for sums to which one person adds at most a bound in all.
   *
   * @param bound Δ, in the sums' unit
   */
  public static DiscreteLaplace of(BigInteger bound, Fraction epsilon) {
    return ofScale(new Fraction(bound, BigInteger.ONE).dividedBy(epsilon));
  }

  static DiscreteLaplace from(Fraction scale, Random random) {
    return new DiscreteLaplace(scale, new ExactDraws(random));
  }

  @Override
  public BigInteger draw() {
    while (true) {
      BigInteger start = draws.below(scale.numerator());
      if (draws.withExp(Fraction.of(start, scale.numerator()))) {
        BigInteger all = start.add(scale.numerator().multiply(draws.geometric()));
        BigInteger size = all.divide(scale.denominator());
        boolean isNegative = draws.coin();
        if (!isNegative || size.signum() != 0) {
          return isNegative ? size.negate() : size;
        }
      }
    }
  }
}
