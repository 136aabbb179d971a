package dev.glovebox.trip;

import java.time.Duration;

/** How long what may last before a drive or a charging session is over. In microseconds. */
public final class Limits {

  /** A vehicle that drives and sends nothing for longer has ended its drive before. */
  static final long SILENCE = micros(Duration.ofMinutes(15));

  /** A drive in which nothing moves for longer was over when it last did. */
  static final long STANDING = micros(Duration.ofMinutes(30));

  /** A charge of which nothing is heard for longer was over when it last was. */
  static final long CHARGE_SILENCE = micros(Duration.ofMinutes(60));

  /** A charge that goes on after a shorter interruption, the cable still in, is one. */
  static final long INTERRUPTION = micros(Duration.ofMinutes(15));

  /** How long a value that was sent before a beginning stands for the beginning. */
  static final long CARRY = micros(Duration.ofMinutes(15));

  /** A longer silence within a drive is one of its gaps. */
  static final long DRIVE_GAP = micros(Duration.ofMinutes(2));

  /** A longer silence within a charge is one of its gaps. */
  static final long CHARGE_GAP = micros(Duration.ofMinutes(15));

  /**
   * No reading has a say in a drive or a charge from which it lies farther away: the longest of the
   * limits.
   */
  public static final Duration REACH = Duration.ofMinutes(60);

  private Limits() {}

  private static long micros(Duration duration) {
    return duration.toSeconds() * 1_000_000;
  }
}
