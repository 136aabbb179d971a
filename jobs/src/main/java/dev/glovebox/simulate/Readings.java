package dev.glovebox.simulate;

import static dev.glovebox.simulate.FleetSignal.*;

import dev.glovebox.simulate.Phase.Kind;
import dev.glovebox.simulate.Places.Where;
import dev.glovebox.simulate.Profile.Model;
import java.util.Arrays;

/** What all signals of a vehicle read at an instant of a phase. */
final class Readings {

  private static final double MILE = 1_609.344;
  private static final double MPH = 0.44704;
  private static final double GRAVITY = 9.80665;
  private static final double MASS_KG = 1_900;
  private static final double ROLLING = 0.0085;
  private static final double DRAG = 0.5 * 1.2 * 0.53;
  private static final double WHEEL_METERS = 0.334;
  private static final double GEARING = 9;
  private static final double PEDAL_WATTS = 180_000;
  private static final double IDLE_WATTS = 600;
  private static final double GAP_FROM = 0.2;
  private static final double GAP_UNTIL = 0.9;

  private final FleetOptions options;
  private final Calendar calendar;
  private final Places places;

  Readings(FleetOptions options, Places places) {
    this.options = options;
    this.calendar = Calendar.of(options);
    this.places = places;
  }

  /** Fills in every signal; those that the vehicle does not have now are absent. */
  void read(Vehicle vehicle, Phase phase, int tick, long[] values) {
    long micros = phase.tickMicros(tick);
    Arrays.fill(values, ABSENT);
    Profile profile = vehicle.profile();
    car(profile, micros, values);
    climate(profile, phase, micros, values);
    tyres(profile, phase, micros, values);
    access(profile, phase, tick, values);
    if (phase.kind() == Kind.DRIVING) {
      driving(profile, phase, tick, micros, values);
    } else {
      standing(profile, phase, tick, micros, values);
    }
  }

  /** The position as sent at a tick, packed; absent where none is sent. */
  long position(Phase phase, int tick, City city) {
    if (phase.kind() != Kind.DRIVING) {
      return phase.index() == 0 ? ABSENT : positionOf(city, phase.spot());
    }
    double seconds = phase.secondsIn(phase.tickMicros(tick));
    return position(
        phase, tick, seconds, phase.drive().route.at(phase.drive().at(seconds).meters()));
  }

  private long position(Phase phase, int tick, double seconds, Route.At at) {
    boolean unseen = tick > 0 && inGap(phase, seconds);
    City city = phase.drive().route.city();
    return unseen || places.at(city, at.position()) == Where.UNSURE ? ABSENT : at.position();
  }

  private boolean inGap(Phase phase, double seconds) {
    double part = seconds / phase.drive().seconds();
    return part > GAP_FROM
        && part < GAP_UNTIL
        && phase.draws().chance(-1, options.rates().of(Rate.POSITION_GAP));
  }

  private void driving(Profile profile, Phase phase, int tick, long micros, long[] values) {
    double seconds = phase.secondsIn(micros);
    Drive.Motion motion = phase.drive().at(seconds);
    Route.At at = phase.drive().route.at(motion.meters());
    values[LOCATION.ordinal()] = position(phase, tick, seconds, at);
    set(values, GPS_STATE, values[LOCATION.ordinal()] == ABSENT ? 0 : 1);
    set(values, GPS_HEADING, tenths(at.headingDeg()));
    movement(motion, values);
    set(values, GEAR, 1);
    set(values, DI_STATE_R, 1);
    set(values, BMS_STATE, 1);
    set(values, CENTER_DISPLAY, 1);
    set(values, DETAILED_CHARGE_STATE, 0);
    power(profile, phase, tick, motion, values);
    set(values, CURRENT_LIMIT_MPH, 85);
    battery(profile, phase.percent() - profile.percentFor(motion.meters()), values);
    distance(profile, phase.meters() + motion.meters(), values);
    set(values, MILES_SINCE_RESET, thousandths(motion.meters() / MILE));
    set(values, LATERAL_ACCELERATION, thousandths(0.4 * (phase.draws().unit(tick, 5) - 0.5)));
    set(values, LIGHTS_TURN_SIGNAL, phase.draws().unit(tick, 6) < 0.1 ? 1 : 0);
    set(values, LOCKED, 1);
    navigation(profile, phase, tick, motion, seconds, values);
    media(phase, seconds, values);
    people(phase, 1, values);
  }

  /** Speed, acceleration and what the pedals do. */
  static void movement(Drive.Motion motion, long[] values) {
    set(values, VEHICLE_SPEED, thousandths(motion.speed() / MPH));
    double watts = wheelWatts(motion);
    boolean brakes = motion.acceleration() < -1;
    set(values, PEDAL_POSITION, tenths(Math.max(0, Math.min(100, watts / PEDAL_WATTS * 100))));
    set(values, BRAKE_PEDAL, brakes ? 1 : 0);
    set(values, BRAKE_PEDAL_POS, brakes ? tenths(-motion.acceleration() * 14) : 0);
    set(values, LONGITUDINAL_ACCELERATION, thousandths(motion.acceleration()));
  }

  private static double wheelWatts(Drive.Motion motion) {
    double speed = motion.speed();
    double newtons = MASS_KG * (motion.acceleration() + ROLLING * GRAVITY) + DRAG * speed * speed;
    return newtons * speed;
  }

  private static void power(
      Profile profile, Phase phase, int tick, Drive.Motion motion, long[] values) {
    double watts = wheelWatts(motion) / 0.9 + IDLE_WATTS + 300 * phase.draws().unit(tick, 7);
    double volts = volts(phase.percent()) - watts / 5_000;
    set(values, PACK_VOLTAGE, hundredths(volts));
    set(values, PACK_CURRENT, tenths(-watts / volts));
    set(values, DI_AXLE_SPEED_R, tenths(motion.speed() / WHEEL_METERS * 9.5493));
    double torque =
        motion.speed() < 0.1 ? 0 : wheelWatts(motion) / motion.speed() * WHEEL_METERS / GEARING;
    set(values, DI_TORQUE, tenths(torque));
    set(values, DI_STATOR_TEMP_R, 5 * Math.round(2 * (30 + Math.min(45, tick * 0.15))));
    set(values, MODULE_TEMP_MAX, 5 * Math.round(2 * (24 + Math.min(9, tick * 0.01))));
    set(values, MODULE_TEMP_MIN, 5 * Math.round(2 * (22 + Math.min(9, tick * 0.01))));
    set(values, LIFETIME_ENERGY_USED, energyUsed(profile, phase.meters() + motion.meters()));
  }

  private void navigation(
      Profile profile, Phase phase, int tick, Drive.Motion motion, double seconds, long[] values) {
    if (!phase.draws().chance(-2, 0.5)) {
      return;
    }
    City city = profile.city();
    set(
        values,
        MILES_TO_ARRIVAL,
        thousandths((phase.drive().route.meters() - motion.meters()) / MILE));
    set(values, MINUTES_TO_ARRIVAL, hundredths((phase.drive().seconds() - seconds) / 60));
    set(values, DESTINATION_LOCATION, positionOf(city, phase.spot()));
    set(values, ORIGIN_LOCATION, positionOf(city, phase.from()));
    set(values, DESTINATION_NAME, phase.spot().kind().ordinal());
    if (tick == 0 && RouteLine.of(phase, places).where() != Where.UNSURE) {
      set(values, ROUTE_LINE, phase.index());
    }
  }

  private static void media(Phase phase, double seconds, long[] values) {
    if (phase.draws().chance(-3, 0.6)) {
      long song = (long) (seconds / 211) + phase.index();
      set(values, MEDIA_PLAYBACK_STATUS, 1);
      set(values, MEDIA_AUDIO_VOLUME, 35 + phase.draws().below(-4, 5) * 5L);
      set(values, MEDIA_NOW_PLAYING_ARTIST, song % Texts.ARTISTS.length);
      set(values, MEDIA_NOW_PLAYING_TITLE, song % Texts.TITLES.length);
    }
  }

  private static void people(Phase phase, int inside, long[] values) {
    set(values, DRIVER_SEAT_BELT, inside);
    set(values, DRIVER_SEAT_OCCUPIED, inside);
    set(values, PASSENGER_SEAT_BELT, phase.draws().chance(-5, 0.4) ? inside : 0);
  }

  private void standing(Profile profile, Phase phase, int tick, long micros, long[] values) {
    values[LOCATION.ordinal()] = position(phase, tick, profile.city());
    set(values, GPS_STATE, 1);
    set(values, VEHICLE_SPEED, 0);
    set(values, GEAR, 0);
    set(values, DI_STATE_R, 0);
    set(values, PEDAL_POSITION, 0);
    set(values, BRAKE_PEDAL, 0);
    set(values, CENTER_DISPLAY, 0);
    set(values, LOCKED, 1);
    set(values, SENTRY_MODE, phase.spot().kind() == Spot.Kind.HOME ? 0 : 1);
    distance(profile, phase.meters(), values);
    people(phase, 0, values);
    boolean charging = phase.kind() != Kind.PARKED;
    set(values, DETAILED_CHARGE_STATE, charging ? 1 : 0);
    set(values, CHARGE_PORT_DOOR_OPEN, charging ? 1 : 0);
    set(values, BMS_STATE, charging ? 2 : 0);
    if (charging) {
      charging(profile, phase, tick, micros, values);
    } else {
      battery(profile, phase.percent() - phase.secondsIn(micros) / 360_000, values);
      set(values, SCHEDULED_CHARGING_START_TIME, 22 * 3_600 + 30 * 60);
      set(values, SCHEDULED_CHARGING_PENDING, phase.spot().kind() == Spot.Kind.HOME ? 1 : 0);
    }
  }

  private static void charging(Profile profile, Phase phase, int tick, long micros, long[] values) {
    boolean fast = phase.kind() == Kind.FAST_CHARGING;
    double percent = phase.chargedPercent(micros);
    double later = phase.chargedPercent(micros + Calendar.MINUTE);
    double kilowatts = (later - percent) / 100 * profile.model().batteryKwh * 60;
    double gained = (percent - phase.percent()) / 100 * profile.model().batteryKwh;
    battery(profile, percent, values);
    set(values, FAST_CHARGER_PRESENT, fast ? 1 : 0);
    set(
        values,
        fast ? DC_CHARGING_POWER : AC_CHARGING_POWER,
        tenths(kilowatts / (fast ? 1 : 0.92)));
    set(values, fast ? DC_CHARGING_ENERGY_IN : AC_CHARGING_ENERGY_IN, hundredths(gained));
    set(values, CHARGING_CABLE_TYPE, fast ? 1 : 0);
    set(values, CHARGE_LIMIT_SOC, (long) Phase.FULL_PERCENT);
    double volts = fast ? volts(percent) : 221 + 4 * phase.draws().unit(tick, 5);
    set(values, CHARGER_VOLTAGE, tenths(volts));
    set(values, CHARGE_AMPS, tenths(kilowatts * 1_000 / volts));
    set(values, CHARGER_PHASES, 1);
    set(values, PACK_VOLTAGE, hundredths(volts(percent) + kilowatts / 5));
    set(values, PACK_CURRENT, tenths(kilowatts * 1_000 / volts(percent)));
    double hours = (phase.endMicros() - micros) / (double) Calendar.HOUR;
    set(values, TIME_TO_FULL_CHARGE, hundredths(Math.max(0, hours)));
  }

  private static void battery(Profile profile, double percent, long[] values) {
    Model model = profile.model();
    double kwh = percent / 100 * model.batteryKwh;
    set(values, SOC, hundredths(percent));
    set(values, BATTERY_LEVEL, hundredths(Math.min(100, percent + 0.4)));
    set(values, ENERGY_REMAINING, hundredths(kwh));
    set(values, RATED_RANGE, hundredths(percent / 100 * model.ratedMiles));
    set(values, EST_BATTERY_RANGE, hundredths(percent / 100 * model.ratedMiles * 0.86));
    set(values, BRICK_VOLTAGE_MAX, thousandths(volts(percent) / 96 + 0.004));
    set(values, BRICK_VOLTAGE_MIN, thousandths(volts(percent) / 96 - 0.004));
    set(values, NUM_BRICK_VOLTAGE_MAX, 1 + profile.index() % 96);
    set(values, NUM_BRICK_VOLTAGE_MIN, 1 + (profile.index() + 40) % 96);
  }

  private static void distance(Profile profile, double meters, long[] values) {
    set(values, ODOMETER, thousandths(meters / MILE));
    set(values, LIFETIME_ENERGY_USED, energyUsed(profile, meters));
  }

  private static long energyUsed(Profile profile, double meters) {
    return thousandths(meters / 1_000 * profile.model().kwhPerKilometer);
  }

  private void climate(Profile profile, Phase phase, long micros, long[] values) {
    double hour = calendar.hourOfDay(micros);
    double warmth = 1 - Math.abs(hour - 14.5) / 12;
    double outside = profile.city().celsius + 6 * warmth + profile.draws().below(30, 3);
    boolean inUse = phase.kind() == Kind.DRIVING;
    double drift = 0.1 * drift(profile, micros / (2 * Calendar.MINUTE));
    double target = 20.5 + profile.draws().below(31, 8) * 0.5;
    set(values, OUTSIDE_TEMP, 5 * Math.round(2 * outside));
    set(values, INSIDE_TEMP, tenths(inUse ? target + drift : outside + 2 + drift));
    set(values, HVAC_POWER, inUse ? 1 : 0);
    set(values, HVAC_AC_ENABLED, inUse && outside > 20 ? 1 : 0);
    set(values, HVAC_FAN_SPEED, inUse ? 3 + phase.draws().below(-6, 4) : 0);
    set(values, HVAC_LEFT_TEMPERATURE_REQUEST, tenths(target));
    set(values, SEAT_HEATER_LEFT, inUse && outside < 10 ? 2 : 0);
  }

  private static int drift(Profile profile, long bucket) {
    return (int) (profile.draws().unit(32, bucket) * 8);
  }

  private static void tyres(Profile profile, Phase phase, long micros, long[] values) {
    double warm = phase.kind() == Kind.DRIVING ? Math.min(0.2, phase.secondsIn(micros) / 9_000) : 0;
    FleetSignal[] wheels = {TPMS_PRESSURE_FL, TPMS_PRESSURE_FR, TPMS_PRESSURE_RL, TPMS_PRESSURE_RR};
    for (int i = 0; i < wheels.length; i++) {
      double bar = 2.75 + profile.draws().below(40 + i, 9) * 0.025 + warm;
      set(values, wheels[i], Math.round(bar / 0.025) * 25);
    }
    set(values, TPMS_LAST_SEEN_FL, micros / 60_000_000 * 60);
    set(values, TPMS_HARD_WARNINGS, profile.index() % 19 == 3 ? 1 : 0);
  }

  private void car(Profile profile, long micros, long[] values) {
    set(values, VEHICLE_NAME, profile.index());
    set(values, VERSION, profile.typedAt(micros) ? 1 : 0);
    set(values, CAR_TYPE, profile.model().carType.equals("Model3") ? 0 : 1);
    set(values, TRIM, profile.model().ordinal());
    set(values, EXTERIOR_COLOR, profile.index() % Texts.COLORS.length);
    set(values, LIGHTS_HAZARDS_ACTIVE, 0);
    double hour = calendar.hourOfDay(micros);
    set(values, LIGHTS_HIGH_BEAMS, hour < 5.5 || hour > 21 ? 1 : 0);
  }

  private static void access(Profile profile, Phase phase, int tick, long[] values) {
    boolean still = phase.kind() != Kind.DRIVING;
    Spot.Kind at = phase.spot().kind();
    boolean ends = tick == 0 && phase.index() > 0;
    set(values, DOOR_STATE, still && phase.kind() == Kind.PARKED && ends ? 1 : 0);
    set(values, FD_WINDOW, still ? 0 : phase.draws().below(-7, 2));
    set(values, PIN_TO_DRIVE_ENABLED, profile.index() % 7 == 0 ? 1 : 0);
    set(values, VALET_MODE_ENABLED, 0);
    set(values, LOCATED_AT_HOME, still && at == Spot.Kind.HOME ? 1 : 0);
    set(values, LOCATED_AT_WORK, still && at == Spot.Kind.WORK ? 1 : 0);
    set(values, HOMELINK_NEARBY, still && at == Spot.Kind.HOME ? 1 : 0);
  }

  private static double volts(double percent) {
    return 335 + 0.55 * percent;
  }

  private static long positionOf(City city, Spot spot) {
    return packed(city.latitudeE6(spot.u(), spot.v()), city.longitudeE6(spot.u(), spot.v()));
  }

  private static void set(long[] values, FleetSignal signal, long value) {
    values[signal.ordinal()] = value;
  }

  private static long tenths(double value) {
    return Math.round(value * 10);
  }

  private static long hundredths(double value) {
    return Math.round(value * 100);
  }

  private static long thousandths(double value) {
    return Math.round(value * 1_000);
  }
}
