package dev.glovebox.simulate;

import java.nio.charset.StandardCharsets;

/**
 * What the simulated vehicles send, in the units in which they send it: miles, miles an hour,
 * degrees Celsius, bar, kW, kWh, percent. A value is kept as a long: a decimal times a power of
 * ten, an enumeration's or text's index, the degrees of a position packed in one.
 */
@SuppressWarnings("ImmutableEnumChecker") // nothing writes to its arrays of bytes
enum FleetSignal {
  VEHICLE_SPEED("VehicleSpeed", 4, 3),
  ODOMETER("Odometer", 5, 3),
  PACK_VOLTAGE("PackVoltage", 6, 2),
  PACK_CURRENT("PackCurrent", 7, 1),
  SOC("Soc", 8, 2),
  GEAR("Gear", 10, "shiftStateValue", "ShiftState", "P", "D"),
  PEDAL_POSITION("PedalPosition", 12, 1),
  BRAKE_PEDAL("BrakePedal", 13, Wire.BOOLEAN),
  DI_STATE_R("DiStateR", 14, "driveInverterStateValue", "DriveInverterState", "Standby", "Enable"),
  DI_AXLE_SPEED_R("DiAxleSpeedR", 16, 1),
  DI_TORQUE("DiTorquemotor", 17, 1),
  DI_STATOR_TEMP_R("DiStatorTempR", 18, 1),
  LOCATION("Location", 21, Wire.POSITION),
  GPS_STATE("GpsState", 22, Wire.BOOLEAN),
  GPS_HEADING("GpsHeading", 23, 1),
  NUM_BRICK_VOLTAGE_MAX("NumBrickVoltageMax", 24, Wire.INTEGER),
  BRICK_VOLTAGE_MAX("BrickVoltageMax", 25, 3),
  NUM_BRICK_VOLTAGE_MIN("NumBrickVoltageMin", 26, Wire.INTEGER),
  BRICK_VOLTAGE_MIN("BrickVoltageMin", 27, 3),
  MODULE_TEMP_MAX("ModuleTempMax", 29, 1),
  MODULE_TEMP_MIN("ModuleTempMin", 31, 1),
  RATED_RANGE("RatedRange", 32, 2),
  DC_CHARGING_ENERGY_IN("DCChargingEnergyIn", 34, 2),
  DC_CHARGING_POWER("DCChargingPower", 35, 1),
  AC_CHARGING_ENERGY_IN("ACChargingEnergyIn", 36, 2),
  AC_CHARGING_POWER("ACChargingPower", 37, 1),
  CHARGE_LIMIT_SOC("ChargeLimitSoc", 38, Wire.INTEGER),
  FAST_CHARGER_PRESENT("FastChargerPresent", 39, Wire.BOOLEAN),
  EST_BATTERY_RANGE("EstBatteryRange", 40, 2),
  BATTERY_LEVEL("BatteryLevel", 42, 2),
  TIME_TO_FULL_CHARGE("TimeToFullCharge", 43, 2),
  SCHEDULED_CHARGING_START_TIME("ScheduledChargingStartTime", 44, Wire.TIME),
  SCHEDULED_CHARGING_PENDING("ScheduledChargingPending", 45, Wire.BOOLEAN),
  CHARGE_AMPS("ChargeAmps", 49, 1),
  CHARGER_PHASES("ChargerPhases", 51, Wire.INTEGER),
  DOOR_STATE("DoorState", 58, Wire.DOORS),
  LOCKED("Locked", 59, Wire.BOOLEAN),
  FD_WINDOW("FdWindow", 60, "windowStateValue", "WindowState", "Closed", "PartiallyOpen"),
  VEHICLE_NAME("VehicleName", 64, Wire.TEXT),
  SENTRY_MODE("SentryMode", 65, "sentryModeStateValue", "SentryModeState", "Off", "Armed"),
  CURRENT_LIMIT_MPH("CurrentLimitMph", 67, 0),
  VERSION("Version", 68, Wire.TEXT),
  TPMS_PRESSURE_FL("TpmsPressureFl", 69, 3),
  TPMS_PRESSURE_FR("TpmsPressureFr", 70, 3),
  TPMS_PRESSURE_RL("TpmsPressureRl", 71, 3),
  TPMS_PRESSURE_RR("TpmsPressureRr", 72, 3),
  TPMS_LAST_SEEN_FL("TpmsLastSeenPressureTimeFl", 81, Wire.LONG),
  INSIDE_TEMP("InsideTemp", 85, 1),
  OUTSIDE_TEMP("OutsideTemp", 86, 1),
  SEAT_HEATER_LEFT("SeatHeaterLeft", 87, Wire.INTEGER),
  DRIVER_SEAT_BELT(
      "DriverSeatBelt", 94, "buckleStatusValue", "BuckleStatus", "Unlatched", "Latched"),
  PASSENGER_SEAT_BELT(
      "PassengerSeatBelt", 95, "buckleStatusValue", "BuckleStatus", "Unlatched", "Latched"),
  DRIVER_SEAT_OCCUPIED("DriverSeatOccupied", 96, Wire.BOOLEAN),
  LATERAL_ACCELERATION("LateralAcceleration", 98, 3),
  LONGITUDINAL_ACCELERATION("LongitudinalAcceleration", 99, 3),
  CRUISE_SET_SPEED("CruiseSetSpeed", 101, 1),
  LIFETIME_ENERGY_USED("LifetimeEnergyUsed", 102, 3),
  BRAKE_PEDAL_POS("BrakePedalPos", 106, 1),
  ROUTE_LINE("RouteLine", 108, Wire.LINE),
  MILES_TO_ARRIVAL("MilesToArrival", 109, 3),
  MINUTES_TO_ARRIVAL("MinutesToArrival", 110, 2),
  ORIGIN_LOCATION("OriginLocation", 111, Wire.POSITION),
  DESTINATION_LOCATION("DestinationLocation", 112, Wire.POSITION),
  CAR_TYPE("CarType", 113, "carTypeValue", "CarType", "Model3", "ModelY"),
  TRIM("Trim", 114, Wire.TEXT),
  EXTERIOR_COLOR("ExteriorColor", 115, Wire.TEXT),
  PIN_TO_DRIVE_ENABLED("PinToDriveEnabled", 124, Wire.BOOLEAN),
  ENERGY_REMAINING("EnergyRemaining", 158, 2),
  BMS_STATE("BMSState", 160, "bmsStateValue", "BMSState", "Standby", "Drive", "Charge"),
  DESTINATION_NAME("DestinationName", 163, Wire.TEXT),
  DETAILED_CHARGE_STATE(
      "DetailedChargeState",
      179,
      "detailedChargeStateValue",
      "DetailedChargeState",
      "Disconnected",
      "Charging"),
  CENTER_DISPLAY("CenterDisplay", 182, "displayStateValue", "DisplayState", "Off", "Driving"),
  CHARGE_PORT_DOOR_OPEN("ChargePortDoorOpen", 183, Wire.BOOLEAN),
  CHARGER_VOLTAGE("ChargerVoltage", 184, 1),
  CHARGING_CABLE_TYPE("ChargingCableType", 185, "cableTypeValue", "CableType", "GB_AC", "GB_DC"),
  HVAC_AC_ENABLED("HvacACEnabled", 196, Wire.BOOLEAN),
  HVAC_FAN_SPEED("HvacFanSpeed", 198, Wire.INTEGER),
  HVAC_LEFT_TEMPERATURE_REQUEST("HvacLeftTemperatureRequest", 200, 1),
  HVAC_POWER("HvacPower", 201, "hvacPowerValue", "HvacPowerState", "Off", "On"),
  HOMELINK_NEARBY("HomelinkNearby", 195, Wire.BOOLEAN),
  TPMS_HARD_WARNINGS("TpmsHardWarnings", 224, Wire.TYRES),
  VALET_MODE_ENABLED("ValetModeEnabled", 226, Wire.BOOLEAN),
  LOCATED_AT_HOME("LocatedAtHome", 229, Wire.BOOLEAN),
  LOCATED_AT_WORK("LocatedAtWork", 230, Wire.BOOLEAN),
  LIGHTS_HAZARDS_ACTIVE("LightsHazardsActive", 239, Wire.BOOLEAN),
  LIGHTS_TURN_SIGNAL(
      "LightsTurnSignal", 240, "turnSignalStateValue", "TurnSignalState", "Off", "Left", "Right"),
  LIGHTS_HIGH_BEAMS("LightsHighBeams", 241, Wire.BOOLEAN),
  MEDIA_PLAYBACK_STATUS(
      "MediaPlaybackStatus", 242, "mediaStatusValue", "MediaStatus", "Stopped", "Playing"),
  MEDIA_AUDIO_VOLUME("MediaAudioVolume", 244, 1),
  MEDIA_NOW_PLAYING_ARTIST("MediaNowPlayingArtist", 247, Wire.TEXT),
  MEDIA_NOW_PLAYING_TITLE("MediaNowPlayingTitle", 248, Wire.TEXT),
  MILES_SINCE_RESET("MilesSinceReset", 258, 3),

  /** Sent in messages of their own only, never in the others: what a resend may have new. */
  ISOLATION_RESISTANCE("IsolationResistance", 11, 0),
  DI_HEATSINK_T_R("DiHeatsinkTR", 15, 1),
  DI_V_BAT_R("DiVBatR", 19, 1),
  DI_STATOR_TEMP_F("DiStatorTempF", 149, 1),
  DI_INVERTER_T_R("DiInverterTR", 164, 1);

  /** The value of a signal that there is none of. */
  static final long ABSENT = Long.MIN_VALUE;

  static final int COUNT = values().length;

  private static final int FIRST_ALWAYS_TYPED = 179;

  /** The shapes of values. */
  enum Wire {
    DECIMAL,
    INTEGER,
    LONG,
    BOOLEAN,
    ENUMERATION,
    TEXT,
    TIME,
    POSITION,
    LINE,
    DOORS,
    TYRES
  }

  final String sent;
  final Wire wire;
  final int decimals;

  /** Whether cars of any firmware send it typed. */
  final boolean alwaysTyped;

  /** The beginning of its item, up to the value's object. */
  final byte[] opening;

  /** The enumeration's arm with what follows up to the name. */
  final byte[] arm;

  /** Names of the enumeration with its type's prefix, and without. */
  final byte[][] prefixed;

  final byte[][] bare;

  FleetSignal(String sent, int number, Wire wire) {
    this(sent, number, wire, 0, "", "");
  }

  FleetSignal(String sent, int number, int decimals) {
    this(sent, number, Wire.DECIMAL, decimals, "", "");
  }

  FleetSignal(String sent, int number, String arm, String prefix, String... names) {
    this(sent, number, Wire.ENUMERATION, 0, arm, prefix, names);
  }

  FleetSignal(
      String sent,
      int number,
      Wire wire,
      int decimals,
      String arm,
      String prefix,
      String... names) {
    this.sent = sent;
    this.wire = wire;
    this.decimals = decimals;
    this.alwaysTyped = number >= FIRST_ALWAYS_TYPED;
    this.opening = bytes("{\"key\":\"" + sent + "\",\"value\":{");
    this.arm = bytes("\"" + arm + "\":\"");
    this.prefixed = new byte[names.length][];
    this.bare = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      prefixed[i] = bytes(prefix + names[i]);
      bare[i] = bytes(names[i]);
    }
  }

  static long packed(long latitudeE6, long longitudeE6) {
    return (latitudeE6 << 32) + longitudeE6;
  }

  static long latitudeE6(long packed) {
    return (packed - longitudeE6(packed)) >> 32;
  }

  static long longitudeE6(long packed) {
    return (int) packed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
