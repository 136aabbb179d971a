package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glovebox.simulate.Phase.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhysicsTest {

  private static final FleetOptions OPTIONS = FleetOptions.clean(12, 3, 17);
  private static final Fleet FLEET = Fleet.of(OPTIONS, Written.FIELDS);
  private static final Readings READINGS = new Readings(OPTIONS, FLEET.places());

  static Stream<Integer> vehicles() {
    return IntStream.range(0, OPTIONS.vehicles()).boxed();
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void fillsThePeriodWithoutGapOrOverlap(int index) {
    List<Phase> phases = FLEET.vehicle(index).timeline().phases();
    Calendar calendar = Calendar.of(OPTIONS);

    assertThat(phases.get(0).startMicros()).isEqualTo(calendar.startMicros());
    assertThat(phases.get(phases.size() - 1).endMicros())
        .isGreaterThanOrEqualTo(calendar.endMicros());
    for (int i = 1; i < phases.size(); i++) {
      assertThat(phases.get(i).startMicros()).isEqualTo(phases.get(i - 1).endMicros());
      assertThat(phases.get(i).startMicros() % 1_000).isZero();
    }
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void movesAsFarAsItsSpeedSays(int index) {
    for (Phase phase : FLEET.vehicle(index).timeline().drives()) {
      Drive drive = phase.drive();
      double meters = 0;
      for (double second = 0; second < drive.seconds(); second += 0.25) {
        Drive.Motion motion = drive.at(second);
        assertThat(motion.speed()).isBetween(0.0, 24.0);
        assertThat(motion.meters()).isCloseTo(meters, within(1.5));
        meters = motion.meters() + motion.speed() * 0.25 + motion.acceleration() * 0.03125;
      }
      assertThat(drive.at(drive.seconds()).meters()).isCloseTo(drive.route.meters(), within(0.01));
    }
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void isWhereItsOdometerSays(int index) {
    for (Phase phase : FLEET.vehicle(index).timeline().drives()) {
      for (double meters = 10; meters < phase.drive().route.meters(); meters += 10) {
        long from = phase.drive().route.at(meters - 10).position();
        long to = phase.drive().route.at(meters).position();
        assertThat(meters(from, to)).isBetween(0.0, 10.3);
      }
    }
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void losesChargeDrivingAndGainsItCharging(int index) {
    Vehicle vehicle = FLEET.vehicle(index);
    long[] values = new long[FleetSignal.COUNT];
    for (Phase phase : vehicle.timeline().phases()) {
      long before = -1;
      for (int tick = 0; tick < phase.ticks(); tick++) {
        READINGS.read(vehicle, phase, tick, values);
        long percent = values[FleetSignal.SOC.ordinal()];
        assertThat(percent).isBetween(0L, 10_000L);
        if (before >= 0 && phase.kind() == Kind.DRIVING) {
          assertThat(percent).isLessThanOrEqualTo(before);
        }
        if (before >= 0 && phase.kind() != Kind.DRIVING && phase.kind() != Kind.PARKED) {
          assertThat(percent).isGreaterThanOrEqualTo(before);
        }
        before = percent;
      }
    }
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void neverTurnsItsOdometerBack(int index) {
    Vehicle vehicle = FLEET.vehicle(index);
    long[] values = new long[FleetSignal.COUNT];
    long before = 0;
    for (Phase phase : vehicle.timeline().phases()) {
      for (int tick = 0; tick < phase.ticks(); tick++) {
        READINGS.read(vehicle, phase, tick, values);
        long miles = values[FleetSignal.ODOMETER.ordinal()];
        assertThat(miles).isGreaterThanOrEqualTo(before);
        before = miles;
      }
    }
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void standsStillWhereItsDriveEnded(int index) {
    Vehicle vehicle = FLEET.vehicle(index);
    List<Phase> phases = vehicle.timeline().phases();
    for (int i = 1; i < phases.size(); i++) {
      if (phases.get(i - 1).kind() == Kind.DRIVING && phases.get(i).kind() != Kind.DRIVING) {
        Route route = phases.get(i - 1).drive().route;
        long parked = READINGS.position(phases.get(i), 0, vehicle.profile().city());
        assertThat(meters(route.at(route.meters()).position(), parked)).isLessThan(1);
      }
    }
  }

  @ParameterizedTest(name = "vehicle {0}, seed 17")
  @MethodSource("vehicles")
  void hasTicksInsideTheirPhaseOneAfterTheOther(int index) {
    for (Phase phase : FLEET.vehicle(index).timeline().phases()) {
      long before = Long.MIN_VALUE;
      for (int tick = 0; tick < phase.ticks(); tick++) {
        long micros = phase.tickMicros(tick);
        assertThat(micros).isGreaterThan(before).isGreaterThanOrEqualTo(phase.startMicros());
        assertThat(micros % 10).isZero();
        before = micros;
      }
      assertThat(before).isLessThan(phase.endMicros());
    }
  }

  private static double meters(long from, long to) {
    double latitude = Math.toRadians(FleetSignal.latitudeE6(from) / 1e6);
    double north = (FleetSignal.latitudeE6(to) - FleetSignal.latitudeE6(from)) / 1e6;
    double east = (FleetSignal.longitudeE6(to) - FleetSignal.longitudeE6(from)) / 1e6;
    return Math.hypot(north, east * Math.cos(latitude)) * City.METERS_PER_DEGREE;
  }
}
