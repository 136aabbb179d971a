package dev.glovebox.delivery.incident;

import dev.glovebox.signal.Catalogue;
import java.util.Arrays;
import java.util.List;

/**
 * Quantities that people ask for after a crash. Those that no signal of the catalogue has, the
 * vehicle never sends, whatever happens.
 */
enum NeverRecorded {
  BRAKE_PRESSURE("brake_master_cylinder_pressure"),
  BRAKE_TRAVEL("brake_pedal_travel"),
  BRAKE_FORCE("brake_pedal_force"),
  BRAKE_BOOSTER("brake_booster"),
  WHEEL_SPEEDS("wheel_speed"),
  STEERING_ANGLE("steering_angle"),
  STEERING_TORQUE("steering_torque"),
  YAW_RATE("yaw_rate"),
  ABS("anti_lock"),
  STABILITY_CONTROL("stability_control"),
  EMERGENCY_BRAKING("emergency_braking_active"),
  AIRBAG("airbag"),
  PICTURES("camera_picture");

  private final String columnStart;

  NeverRecorded(String columnStart) {
    this.columnStart = columnStart;
  }

  /** The key of its words. */
  String key() {
    return "never." + columnStart;
  }

  /** Those that the catalogue lacks. */
  static List<NeverRecorded> of(Catalogue catalogue) {
    return Arrays.stream(values())
        .filter(
            each ->
                catalogue.signals().stream()
                    .noneMatch(signal -> signal.column().startsWith(each.columnStart)))
        .toList();
  }
}
