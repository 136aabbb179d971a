package dev.glovebox.simulate;

import static dev.glovebox.simulate.FleetSignal.BRAKE_PEDAL;
import static dev.glovebox.simulate.FleetSignal.BRAKE_PEDAL_POS;
import static dev.glovebox.simulate.FleetSignal.LONGITUDINAL_ACCELERATION;
import static dev.glovebox.simulate.FleetSignal.PEDAL_POSITION;
import static dev.glovebox.simulate.FleetSignal.VEHICLE_SPEED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One hard braking: when it begins, when the vehicle sends round it, and what.
 *
 * @param phase the drive that it happens on
 */
record HardBraking(Phase phase) {

  /** The alert that begins with it. */
  static final String ALERT = "ESP_a021_emergencyBraking";

  /** What is sent at each instant. */
  static final List<FleetSignal> SENT =
      List.of(
          VEHICLE_SPEED, PEDAL_POSITION, BRAKE_PEDAL, BRAKE_PEDAL_POS, LONGITUDINAL_ACCELERATION);

  /** What {@link #cells} are: what the vehicle sends, in its own units. */
  static final String COLUMNS =
      SENT.stream().map(signal -> signal.sent).collect(Collectors.joining(","));

  private static final long AROUND = 10 * Calendar.SECOND;
  private static final long EVERY = Calendar.SECOND / 4;

  /** Puts them between the vehicle's other instants, which are tens of microseconds. */
  private static final long OWN_INSTANT = 7;

  /** In the middle of the vehicles between two that are dealt. */
  private static final double DEALT_FROM = 0.45;

  /** Whether a vehicle brakes hard once; dealt out evenly over the fleet. */
  static boolean isPlanned(int vehicle, Rates rates) {
    double rate = rates.of(Rate.HARD_BRAKING);
    double before = vehicle * rate + DEALT_FROM;
    return Math.floor(before + rate) > Math.floor(before);
  }

  /** When the pedal goes down, whole milliseconds. */
  long micros() {
    long millis = (long) (phase.drive().hardBrakingSecond() * 1_000);
    return phase.startMicros() + millis * 1_000;
  }

  /** When the vehicle sends, ten seconds before and after, as far as it drives. */
  List<Long> instants() {
    long first = micros() - AROUND + OWN_INSTANT;
    return LongStream.iterate(first, each -> each + EVERY)
        .limit(2 * AROUND / EVERY + 1)
        .filter(each -> each > phase.startMicros() && each < phase.endMicros())
        .boxed()
        .toList();
  }

  /** Fills in what is sent at an instant; the others are absent. */
  void read(long micros, long[] values) {
    Arrays.fill(values, FleetSignal.ABSENT);
    Readings.movement(phase.drive().at(phase.secondsIn(micros)), values);
  }

  /** What is sent at an instant, as cells. */
  String cells(long micros) {
    long[] values = new long[FleetSignal.COUNT];
    read(micros, values);
    List<String> cells = new ArrayList<>();
    for (FleetSignal signal : SENT) {
      long value = values[signal.ordinal()];
      cells.add(
          signal.wire == FleetSignal.Wire.BOOLEAN
              ? Boolean.toString(value == 1)
              : BigDecimal.valueOf(value, signal.decimals).toPlainString());
    }
    return String.join(",", cells);
  }
}
