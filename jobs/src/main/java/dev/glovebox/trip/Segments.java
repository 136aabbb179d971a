package dev.glovebox.trip;

import dev.glovebox.trip.Reading.Gear;
import java.util.function.Consumer;

/**
 * Finds drives and charging sessions in the readings of one vehicle in one holder's hands, one
 * reading after the other in order of time.
 *
 * <p>A drive begins with a gear to drive in, or with motion where no gear is told; it ends with the
 * parking gear, or where it last moved before it stood, was silent or charged. A charge begins with
 * the state of charging or with power, and ends when it is told to, or where it was last heard of.
 * What a reading decides depends on readings within {@link Limits#REACH} of it and on the drive and
 * the charge that are under way, on nothing else.
 */
final class Segments {

  private static final double MOVING_KMH = 1;

  /** Less is what a charger draws that does not charge. */
  static final double CHARGING_KW = 0.1;

  private final Consumer<Session> drives;
  private final Consumer<Session> charges;
  private final Known known = new Known();
  private Session drive;
  private Session charge;
  private long pausedMicros;
  private boolean paused;
  private Reading last;
  private double topCharge;

  Segments(Consumer<Session> drives, Consumer<Session> charges) {
    this.drives = drives;
    this.charges = charges;
  }

  /**
   * @param reading not earlier than the one before it
   */
  void add(Reading reading) {
    if (last != null && reading.micros() - last.micros() > Limits.SILENCE) {
      endDrive();
      known.forget();
    }
    Known.Before before = known.standingAt(reading.micros());
    endWhatWentQuiet(reading);
    drive(reading, before);
    charge(reading, before);
    known.hear(reading);
    last = reading;
  }

  /** Somebody else held the vehicle since the last reading: nothing before it counts any more. */
  void cut() {
    endDrive();
    endCharge();
    known.forget();
    last = null;
  }

  /** There are no more readings. */
  void end() {
    cut();
  }

  private void endWhatWentQuiet(Reading reading) {
    if (drive != null && drive.quietFor(reading.micros()) > Limits.STANDING) {
      endDrive();
    }
    boolean interrupted = paused && reading.micros() - pausedMicros > Limits.INTERRUPTION;
    if (charge != null
        && (interrupted || charge.quietFor(reading.micros()) > Limits.CHARGE_SILENCE)) {
      endCharge();
    }
  }

  private void drive(Reading reading, Known.Before before) {
    boolean moves = reading.gear() == Gear.DRIVE || isMoving(reading);
    if (reading.gear() == Gear.PARK) {
      if (drive != null) {
        drive.add(reading);
        drive.show();
        endDrive();
      }
    } else if (drive == null && moves) {
      if (charge != null) {
        charge.endedBy(reading);
        endCharge();
      }
      drive = new Session(before, reading);
    } else if (drive != null) {
      drive.add(reading);
      if (moves) {
        drive.show();
      }
    }
  }

  private static boolean isMoving(Reading reading) {
    return reading.value(Quantity.SPEED) >= MOVING_KMH;
  }

  private void charge(Reading reading, Known.Before before) {
    switch (reading.charging()) {
      case YES -> charges(reading, before);
      case PAUSED -> pause(reading);
      case UNPLUGGED -> {
        pause(reading);
        endCharge();
      }
      case UNTOLD -> untold(reading, before);
    }
  }

  private void charges(Reading reading, Known.Before before) {
    if (drive != null) {
      drive.endedBy(reading);
      endDrive();
    }
    if (charge == null) {
      charge = new Session(before, reading);
      topCharge = Double.NaN;
    } else {
      charge.add(reading);
      charge.show();
    }
    paused = false;
    isRising(reading);
  }

  private void pause(Reading reading) {
    if (charge == null) {
      return;
    }
    charge.add(reading);
    if (!paused) {
      charge.show();
      paused = true;
      pausedMicros = reading.micros();
    }
  }

  /** The state was told earlier, or the vehicle tells none. */
  private void untold(Reading reading, Known.Before before) {
    if (isCharging(reading, before) && drive == null) {
      charges(reading, before);
    } else if (charge != null) {
      charge.add(reading);
      if (isRising(reading) && !paused) {
        charge.show();
      }
    }
  }

  private static boolean isCharging(Reading reading, Known.Before before) {
    return power(reading) > CHARGING_KW
        || rises(Quantity.AC_ENERGY, reading, before)
        || rises(Quantity.BATTERY_ENERGY, reading, before);
  }

  private static boolean rises(Quantity counter, Reading reading, Known.Before before) {
    return reading.value(counter) > before.value(counter);
  }

  /** Whether the battery is fuller than it has been in this charge. */
  private boolean isRising(Reading reading) {
    double now = reading.value(Quantity.STATE_OF_CHARGE);
    boolean rises = now > topCharge;
    if (rises || (Double.isNaN(topCharge) && !Double.isNaN(now))) {
      topCharge = now;
    }
    return rises;
  }

  /** NaN where no power was sent. */
  static double power(Reading reading) {
    double direct = reading.value(Quantity.DC_POWER);
    double alternating = reading.value(Quantity.AC_POWER);
    return Double.isNaN(alternating) || direct > alternating ? direct : alternating;
  }

  private void endDrive() {
    if (drive != null) {
      drives.accept(drive);
      drive = null;
    }
  }

  private void endCharge() {
    if (charge != null) {
      charges.accept(charge);
      charge = null;
    }
    paused = false;
  }
}
