package dev.glovebox.simulate;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** A rate for everything that can happen in the fleet. Immutable. */
public final class Rates implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Rate[] BY_MESSAGE =
      Stream.of(Rate.values()).filter(rate -> rate.per() == Rate.Per.MESSAGE).toArray(Rate[]::new);

  private final double[] rates;

  private Rates(double[] rates) {
    this.rates = rates;
  }

  /** Small, but none is 0. */
  public static Rates usual() {
    return new Rates(Stream.of(Rate.values()).mapToDouble(Rate::usual).toArray());
  }

  /** Nothing out of the ordinary ever happens. */
  public static Rates none() {
    return new Rates(new double[Rate.values().length]);
  }

  /**
   * These rates but for one.
   *
   * @throws IllegalArgumentException when it is no share, or when more would happen to messages
   *     than there are messages
   */
  public Rates with(Rate rate, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          rate.code() + " is a share. Give a number from 0 to 1. Provided value: " + share);
    }
    double[] changed = rates.clone();
    changed[rate.ordinal()] = share;
    Rates result = new Rates(changed);
    result.checkSum();
    return result;
  }

  /** The share of this rate. */
  public double of(Rate rate) {
    return rates[rate.ordinal()];
  }

  /** Every rate by its code, in the order of {@link Rate}. */
  public Map<Rate, Double> all() {
    Map<Rate, Double> all = new EnumMap<>(Rate.class);
    for (Rate rate : Rate.values()) {
      all.put(rate, of(rate));
    }
    return all;
  }

  /** What happens to a message, of which at most one thing does; null is nothing. */
  Rate draw(double unit) {
    double rest = unit;
    for (Rate rate : BY_MESSAGE) {
      rest -= of(rate);
      if (rest < 0) {
        return rate;
      }
    }
    return null;
  }

  private void checkSum() {
    double sum = Stream.of(BY_MESSAGE).mapToDouble(this::of).sum();
    if (sum > 1) {
      throw new IllegalArgumentException(
          "The rates by message add up to more than 1, but at most one thing happens to a"
              + " message. Lower some of them. Their sum: "
              + sum);
    }
  }
}
