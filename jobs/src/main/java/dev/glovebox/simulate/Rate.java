package dev.glovebox.simulate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often something happens in the fleet, each with a rate from 0 (never) to 1. */
public enum Rate {
  /** Values that come in another arm of the one-of than their field's, by value. */
  ARM_DRIFT(Per.VALUE, 0.02),

  /** A message again within minutes, mostly in the same object. */
  REPEAT_IN_OBJECT(Per.MESSAGE, 0.02),
  /** A message again after 65 minutes, so in a later object, over midnight too. */
  REPEAT_NEXT_HOUR(Per.MESSAGE, 0.01),
  /** A message again a day and seven minutes later. */
  REPEAT_NEXT_DAY(Per.MESSAGE, 0.01),
  /** A message again, marked as a resend. */
  RESEND_OLD(Per.MESSAGE, 0.01),
  /** A resend half an hour later with old values and one that is new. */
  RESEND_MIXED(Per.MESSAGE, 0.01),
  /** A second, different value for a vehicle, instant and signal. */
  CONFLICTING_VALUE(Per.MESSAGE, 0.004),
  /** A message marked as a resend although its values are new. */
  RESEND_NEW(Per.MESSAGE, 0.02),
  /** One reading sent as two messages, of which the second has no position. */
  SPLIT_READING(Per.MESSAGE, 0.01),
  /** A clock four minutes ahead, which is accepted. */
  CLOCK_AHEAD_WITHIN(Per.MESSAGE, 0.004),
  /** A clock more than an hour ahead. */
  CLOCK_AHEAD_BEYOND(Per.MESSAGE, 0.002),
  CREATED_AT_NULL(Per.MESSAGE, 0.002),
  EMPTY_DATA(Per.MESSAGE, 0.002),
  BROKEN_LINE(Per.MESSAGE, 0.002),
  MISSING_VIN(Per.MESSAGE, 0.001),
  /** A message of a vehicle that the registry does not know. */
  UNKNOWN_VIN(Per.MESSAGE, 0.002),
  UNKNOWN_SIGNAL(Per.MESSAGE, 0.003),
  OUT_OF_RANGE(Per.MESSAGE, 0.003),
  WRONG_TYPE(Per.MESSAGE, 0.003),
  INVALID_VALUE(Per.MESSAGE, 0.003),
  /** A position of 0/0 or half a position. */
  ZERO_POSITION(Per.MESSAGE, 0.003),
  ALERTS(Per.MESSAGE, 0.01),
  /** Alerts sent twice. */
  REPEATED_ALERTS(Per.MESSAGE, 0.002),
  ERRORS(Per.MESSAGE, 0.002),
  METRICS(Per.MESSAGE, 0.002),

  /** A drive whose messages arrive a day late, as a whole. */
  LATE_DRIVE(Per.DRIVE, 0.04),
  /** A drive with a long stretch without satellites. */
  POSITION_GAP(Per.DRIVE, 0.05),

  /** Cars whose firmware sends nearly everything as text. */
  OLDER_FIRMWARE(Per.VEHICLE, 0.4),
  /** Cars with older firmware that are updated in the middle of the period. */
  FIRMWARE_UPDATE(Per.VEHICLE, 0.5),
  /** Cars without tenure. */
  UNREGISTERED(Per.VEHICLE, 0.04),
  /** Cars held by two owners at once for some hours. */
  AMBIGUOUS_TENURE(Per.VEHICLE, 0.04),
  /** Cars that nobody holds for some hours between two owners. */
  TENURE_GAP(Per.VEHICLE, 0.04),
  /** Cars that are sold in the middle of a day. */
  SOLD(Per.VEHICLE, 0.08),
  /** Cars rented out for some hours. */
  RENTED(Per.VEHICLE, 0.08),
  /** Cars with a lessee over the owner. */
  LEASED(Per.VEHICLE, 0.08),
  /** Cars with two overlapping rows of one owner, which is no ambiguity. */
  SAME_HOLDER_TWICE(Per.VEHICLE, 0.04),
  /** Cars whose way to work leads through a sensitive place. */
  SENSITIVE_PASS(Per.VEHICLE, 0.3),
  /** Cars that brake hard once, on their first drive that is fast enough, and send densely then. */
  HARD_BRAKING(Per.VEHICLE, 0.1),

  /** A further object of resent values, cut off in its compressed stream; by hour and shard. */
  TRUNCATED_OBJECT(Per.OBJECT, 0.05),
  /** A line that is longer than a line may be; by object. */
  TOO_LONG_LINE(Per.OBJECT, 0.04);

  /** What a rate is a share of. */
  public enum Per {
    VALUE,
    MESSAGE,
    DRIVE,
    VEHICLE,
    OBJECT
  }

  private final Per per;
  private final double usual;

  Rate(Per per, double usual) {
    this.per = per;
    this.usual = usual;
  }

  /** The name used in options and in {@code planted.json}, for example {@code arm-drift}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rate of this code; empty when there is none. */
  public static Optional<Rate> of(String code) {
    return Stream.of(values()).filter(rate -> rate.code().equals(code)).findFirst();
  }

  /** What the rate is a share of. */
  public Per per() {
    return per;
  }

  /** The rate unless an option sets another. */
  public double usual() {
    return usual;
  }
}
