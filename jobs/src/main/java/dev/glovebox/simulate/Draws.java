package dev.glovebox.simulate;

import java.io.Serializable;

/**
 * Repeatable random numbers, each named by what it decides. There is no state: the same key and
 * purpose give the same number, whatever was drawn before and on whatever machine.
 */
final class Draws implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long key;

  Draws(long key) {
    this.key = mix(key);
  }

  /** The draws of one part of what this one decides. */
  Draws of(long part) {
    return new Draws(bits(part));
  }

  long bits(long purpose) {
    return mix(key + purpose * GOLDEN);
  }

  /** Evenly from 0 (inclusive) to 1 (exclusive). */
  double unit(long purpose) {
    return (bits(purpose) >>> 11) * UNIT;
  }

  /** Like {@link #unit(long)} for a purpose of two parts. */
  double unit(long first, long second) {
    return (mix(bits(first) + second * GOLDEN) >>> 11) * UNIT;
  }

  double between(long purpose, double low, double high) {
    return low + (high - low) * unit(purpose);
  }

  int below(long purpose, int bound) {
    return (int) (unit(purpose) * bound);
  }

  boolean chance(long purpose, double rate) {
    return unit(purpose) < rate;
  }

  private static long mix(long value) {
    long mixed = value + GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
