package dev.glovebox.reporting.noise;

import java.math.BigInteger;
import java.util.Random;

/**
 * Draws with exactly the probabilities that are asked for, from whole numbers only: Canonne, Kamath
 * and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms 1 and 2.
 */
final class ExactDraws {

  private static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

  private final Random random;

  /**
   * @param random secure, but for tests
   */
  ExactDraws(Random random) {
    this.random = random;
  }

  /** Every whole number from 0 to below the bound alike. */
  BigInteger below(BigInteger bound) {
    BigInteger drawn;
    do {
      drawn = new BigInteger(bound.bitLength(), random);
    } while (drawn.compareTo(bound) >= 0);
    return drawn;
  }

  boolean coin() {
    return below(BigInteger.TWO).signum() == 0;
  }

  /** True with this probability, at most 1. */
  boolean with(Fraction probability) {
    return below(probability.denominator()).compareTo(probability.numerator()) < 0;
  }

  /** True with probability exp(−exponent). */
  boolean withExp(Fraction exponent) {
    BigInteger whole = exponent.floor();
    for (BigInteger i = BigInteger.ZERO; i.compareTo(whole) < 0; i = i.add(BigInteger.ONE)) {
      if (!withExpUpToOne(ONE)) {
        return false;
      }
    }
    return withExpUpToOne(exponent.remainder());
  }

  private boolean withExpUpToOne(Fraction exponent) {
    BigInteger draws = BigInteger.ONE;
    while (with(exponent.dividedBy(draws))) {
      draws = draws.add(BigInteger.ONE);
    }
    return draws.testBit(0);
  }

  /** How often in a row exp(−1) comes true. */
  BigInteger geometric() {
    BigInteger times = BigInteger.ZERO;
    while (withExpUpToOne(ONE)) {
      times = times.add(BigInteger.ONE);
    }
    return times;
  }
}
