package dev.glovebox.reporting;

import dev.glovebox.reporting.noise.DiscreteGaussian;
import dev.glovebox.reporting.noise.DiscreteLaplace;
import dev.glovebox.reporting.noise.Fraction;
import dev.glovebox.reporting.noise.Noise;
import dev.glovebox.reporting.noise.Price;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Which noise a report shall carry: discrete Laplace for ε alone, discrete Gaussian with a δ. What
 * it costs is shared alike among the metrics that can carry noise.
 */
public record NoiseOrder(Price price) {

  public NoiseOrder {
    if (price.epsilon().signum() <= 0) {
      throw new IllegalArgumentException(
          "ε of a report with noise is above zero. Provided value: " + price.epsilon());
    }
  }

  /** Its name in reports. */
  public String mechanism() {
    return isPure() ? "discrete-laplace" : "discrete-gaussian";
  }

  /**
   * The noise of one metric.
   *
   * @param bounds the most that one person adds to each metric
   */
  public Noise of(String metric, Map<String, Long> bounds) {
    BigInteger bound = BigInteger.valueOf(bounds.get(metric));
    if (!isPure()) {
      return DiscreteGaussian.of(bound, price.epsilon(), price.delta(), bounds.size());
    }
    MathContext down = new MathContext(12, RoundingMode.DOWN);
    BigDecimal share = price.epsilon().divide(BigDecimal.valueOf(bounds.size()), down);
    return DiscreteLaplace.of(bound, Fraction.of(share));
  }

  private boolean isPure() {
    return price.delta().signum() == 0;
  }
}
