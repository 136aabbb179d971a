package dev.glovebox.trip;

import java.util.Arrays;

/**
 * What a vehicle sent at one instant, as far as drives and charging sessions need it. It holds what
 * changed, not all that there is.
 */
public final class Reading {

  /** The gear, as far as it tells driving from parking. */
  public enum Gear {
    PARK,
    DRIVE,
    UNTOLD;

    /** By the catalogue's name; null and what tells nothing are {@link #UNTOLD}. */
    public static Gear of(String name) {
      return switch (name == null ? "" : name) {
        case "P" -> PARK;
        case "D", "R", "N" -> DRIVE;
        default -> UNTOLD;
      };
    }
  }

  /** The state of charging, as far as it begins or ends a session. */
  public enum Charging {
    YES,
    /** Not now, but the cable may still be in. */
    PAUSED,
    UNPLUGGED,
    UNTOLD;

    /**
     * By the catalogue's names.
     *
     * @param detailed of {@code detailed_charge_state}, which wins where it is sent
     * @param coarse of {@code charge_state}
     */
    public static Charging of(String detailed, String coarse) {
      return switch (detailed == null ? coarse == null ? "" : coarse : detailed) {
        case "Charging", "Starting", "Enable" -> YES;
        case "Complete", "Stopped", "NoPower", "Idle", "Shutdown", "Faulted" -> PAUSED;
        case "Disconnected" -> UNPLUGGED;
        default -> UNTOLD;
      };
    }
  }

  private final long micros;
  private final int batchDay;
  private final Gear gear;
  private final Charging charging;
  private final double[] values;

  /**
   * @param micros since the epoch
   * @param batchDay the batch date, in days since the epoch
   * @param values by the ordinal of their {@link Quantity}; NaN for what was not sent
   */
  public Reading(long micros, int batchDay, Gear gear, Charging charging, double[] values) {
    if (values.length != Quantity.COUNT) {
      throw new IllegalArgumentException("A reading has a place for every quantity.");
    }
    this.micros = micros;
    this.batchDay = batchDay;
    this.gear = gear;
    this.charging = charging;
    this.values = values.clone();
  }

  /** Room for the values of a reading in which nothing was sent yet. */
  public static double[] nothing() {
    double[] values = new double[Quantity.COUNT];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  long micros() {
    return micros;
  }

  int batchDay() {
    return batchDay;
  }

  Gear gear() {
    return gear;
  }

  Charging charging() {
    return charging;
  }

  boolean has(Quantity quantity) {
    return !Double.isNaN(value(quantity));
  }

  /** NaN where it was not sent. */
  double value(Quantity quantity) {
    return values[quantity.ordinal()];
  }

  /** Says nothing of where anybody was. */
  @Override
  public String toString() {
    return "Reading";
  }
}
