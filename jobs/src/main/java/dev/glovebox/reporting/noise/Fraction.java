package dev.glovebox.reporting.noise;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number of at least zero: samplers that round leak through what they round away.
 *
 * @param denominator above zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator) {

  public Fraction {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(
          "A fraction is at least zero. Provided value: " + numerator + "/" + denominator);
    }
  }

  /** A decimal number as it is written. */
  public static Fraction of(BigDecimal decimal) {
    BigInteger unscaled = decimal.unscaledValue();
    return decimal.scale() <= 0
        ? new Fraction(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE)
        : new Fraction(unscaled, BigInteger.TEN.pow(decimal.scale()));
  }

  static Fraction of(BigInteger numerator, BigInteger denominator) {
    return new Fraction(numerator, denominator);
  }

  Fraction times(BigInteger factor) {
    return new Fraction(numerator.multiply(factor), denominator);
  }

  Fraction dividedBy(BigInteger divisor) {
    return new Fraction(numerator, denominator.multiply(divisor));
  }

  Fraction dividedBy(Fraction divisor) {
    return new Fraction(
        numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
  }

  BigInteger floor() {
    return numerator.divide(denominator);
  }

  Fraction remainder() {
    return new Fraction(numerator.mod(denominator), denominator);
  }
}
