package dev.glovebox.reporting.noise;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.Random;

/**
 * Noise n with a probability proportional to exp(−n²/2σ²). Algorithm 3 of Canonne, Kamath and
 * Steinke (2020), whose theorem 4 gives Δ²/2σ² of concentrated privacy for sums that one person
 * changes by at most Δ.
 */
public final class DiscreteGaussian implements Noise {

  private final Fraction variance;
  private final Fraction twiceVariance;
  private final BigInteger laplaceScale;
  private final DiscreteLaplace laplace;
  private final ExactDraws draws;

  private DiscreteGaussian(Fraction variance, Random random) {
    if (variance.numerator().signum() == 0) {
      throw new IllegalArgumentException("The variance of noise is above zero. Provided value: 0");
    }
    this.variance = variance;
    this.twiceVariance = variance.times(BigInteger.TWO);
    this.laplaceScale = variance.floor().sqrt().add(BigInteger.ONE);
    this.laplace = DiscreteLaplace.from(new Fraction(laplaceScale, BigInteger.ONE), random);
    this.draws = new ExactDraws(random);
  }

  /** Noise of this variance, from the system's secure source. */
  public static DiscreteGaussian ofVariance(Fraction variance) {
    return from(variance, new SecureRandom());
  }

  /**
   * Noise for sums to which one person adds at most a bound in all, so that they are (ε,
   * δ)-differentially private, by ε = ρ + 2√(ρ ln(1/δ)) for ρ of concentrated privacy (Bun and
   * Steinke 2016).
   *
   * @param bound Δ, in the sums' unit
   * @param share of the whole ρ that these sums may have: 3 for one of three lists
   */
  public static DiscreteGaussian of(
      BigInteger bound, BigDecimal epsilon, BigDecimal delta, int share) {
    double log = -Math.log(delta.doubleValue());
    double root = Math.sqrt(log + epsilon.doubleValue()) - Math.sqrt(log);
    BigDecimal rho = new BigDecimal(root * root / share);
    BigDecimal square = new BigDecimal(bound.multiply(bound));
    MathContext up = new MathContext(12, RoundingMode.UP);
    return ofVariance(Fraction.of(square.divide(rho.multiply(BigDecimal.valueOf(2)), up)));
  }

  static DiscreteGaussian from(Fraction variance, Random random) {
    return new DiscreteGaussian(variance, random);
  }

  @Override
  public BigInteger draw() {
    while (true) {
      BigInteger candidate = laplace.draw();
      if (draws.withExp(penalty(candidate.abs()))) {
        return candidate;
      }
    }
  }

  /** (|y| − σ²/t)² / 2σ². */
  private Fraction penalty(BigInteger size) {
    BigInteger numerator =
        size.multiply(laplaceScale).multiply(variance.denominator()).subtract(variance.numerator());
    BigInteger denominator = laplaceScale.multiply(variance.denominator());
    return new Fraction(numerator.multiply(numerator), denominator.multiply(denominator))
        .dividedBy(twiceVariance);
  }
}
