package dev.glovebox.trip;

/** The numbers of a reading that drives and charging sessions are made of: columns of telemetry. */
public enum Quantity {
  SPEED("speed_kmh"),
  ODOMETER("odometer_km"),
  LATITUDE("latitude_deg"),
  LONGITUDE("longitude_deg"),
  STATE_OF_CHARGE("soc_percent"),
  DISPLAYED_CHARGE("battery_level_percent"),
  ENERGY_REMAINING("energy_remaining_kwh"),
  OUTSIDE_TEMPERATURE("outside_celsius"),
  AC_POWER("ac_charge_power_kw"),
  DC_POWER("dc_charge_power_kw"),
  AC_ENERGY("ac_charge_energy_kwh"),
  /** Of this session, measured at the battery. */
  BATTERY_ENERGY("charge_energy_at_battery_kwh"),
  /** 1 for yes, 0 for no. */
  FAST_CHARGER("fast_charger_present"),
  /** 1 for yes, 0 for no. */
  AT_HOME("located_at_home"),
  /** 1 for yes, 0 for no. */
  HOME_LINK("homelink_nearby");

  static final int COUNT = values().length;

  private final String column;

  Quantity(String column) {
    this.column = column;
  }

  /** Its column in the telemetry table. */
  public String column() {
    return column;
  }
}
