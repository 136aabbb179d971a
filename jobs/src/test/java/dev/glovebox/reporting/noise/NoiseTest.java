package dev.glovebox.reporting.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws, with seed 7, are distributed as the paper says. */
class NoiseTest {

  private static final int DRAWS = 60_000;
  private static final int EDGE = 12;

  /** Of χ² with 24 degrees of freedom, once in ten thousand. */
  private static final double CRITICAL = 58.6;

  @ParameterizedTest
  @ValueSource(strings = {"0.7", "2", "3.25"})
  void laplaceFits(String scale) {
    double t = Double.parseDouble(scale);
    Noise noise = DiscreteLaplace.from(Fraction.of(new BigDecimal(scale)), seeded());

    assertThat(distance(noise, n -> Math.exp(-Math.abs(n) / t))).isLessThan(CRITICAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "4", "9.75"})
  void gaussianFits(String variance) {
    double square = Double.parseDouble(variance);
    Noise noise = DiscreteGaussian.from(Fraction.of(new BigDecimal(variance)), seeded());

    assertThat(distance(noise, n -> Math.exp(-n * (double) n / (2 * square)))).isLessThan(CRITICAL);
  }

  /** The test itself tells a wrong distribution from a right one. */
  @Test
  void noiseOfAnotherScaleDoesNotFit() {
    Noise noise = DiscreteLaplace.from(Fraction.of(new BigDecimal("2")), seeded());

    assertThat(distance(noise, n -> Math.exp(-Math.abs(n) / 2.1))).isGreaterThan(CRITICAL);
  }

  @Test
  void noNoiseIsZero() {
    assertThat(Noise.none().draw()).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void noiseOfABoundIsAsWideAsTheBoundOverEpsilon() {
    DiscreteLaplace noise =
        DiscreteLaplace.of(BigInteger.valueOf(1_000), Fraction.of(new BigDecimal("0.5")));

    double mean = 0;
    for (int i = 0; i < 4_000; i++) {
      mean += noise.draw().abs().doubleValue() / 4_000;
    }
    assertThat(mean).isBetween(1_700.0, 2_300.0);
  }

  @Test
  void gaussianOfEpsilonAndDeltaHasTheVarianceOfItsConversion() {
    DiscreteGaussian noise =
        DiscreteGaussian.of(BigInteger.ONE, BigDecimal.ONE, new BigDecimal("0.000001"), 1);

    double root = Math.sqrt(Math.log(1e6) + 1) - Math.sqrt(Math.log(1e6));
    double variance = 1 / (2 * root * root);
    double found = 0;
    for (int i = 0; i < 6_000; i++) {
      found += Math.pow(noise.draw().doubleValue(), 2) / 6_000;
    }
    assertThat(found).isBetween(variance * 0.85, variance * 1.15);
  }

  @Test
  void refusesNoiseWithoutScale() {
    assertThatThrownBy(() -> DiscreteLaplace.ofScale(Fraction.of(BigDecimal.ZERO)))
        .hasMessage("The scale of noise is above zero. Provided value: 0");
    assertThatThrownBy(() -> DiscreteGaussian.ofVariance(Fraction.of(BigDecimal.ZERO)))
        .hasMessage("The variance of noise is above zero. Provided value: 0");
  }

  /** The bits of a linear congruential generator are not independent enough for whole scales. */
  private static SecureRandom seeded() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(7);
      return random;
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** χ² of draws against weights; what lies beyond the edges is taken into them. */
  private static double distance(Noise noise, IntToDoubleFunction weight) {
    double[] expected = new double[2 * EDGE + 1];
    for (int n = -2_000; n <= 2_000; n++) {
      expected[bin(n)] += weight.applyAsDouble(n);
    }
    double all = Arrays.stream(expected).sum();
    double[] found = new double[expected.length];
    for (int i = 0; i < DRAWS; i++) {
      found[bin(noise.draw().intValueExact())]++;
    }
    double distance = 0;
    for (int bin = 0; bin < found.length; bin++) {
      double mean = expected[bin] / all * DRAWS;
      if (mean >= 1) {
        distance += Math.pow(found[bin] - mean, 2) / mean;
      } else {
        assertThat(found[bin]).as("draws that hardly occur").isLessThan(12);
      }
    }
    return distance;
  }

  private static int bin(int n) {
    return Math.max(-EDGE, Math.min(EDGE, n)) + EDGE;
  }
}
