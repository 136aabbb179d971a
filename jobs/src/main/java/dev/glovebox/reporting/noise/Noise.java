package dev.glovebox.reporting.noise;

import java.math.BigInteger;

/**
 * Noise for whole numbers. It protects a person only where what one person adds was bounded before,
 * and only as often as it is drawn: both are the duty of whoever draws.
 */
public interface Noise {

  /** One draw. */
  BigInteger draw();

  /** No noise, for tests that compare figures exactly. */
  static Noise none() {
    return () -> BigInteger.ZERO;
  }
}
