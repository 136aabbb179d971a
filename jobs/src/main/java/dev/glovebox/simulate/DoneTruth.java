package dev.glovebox.simulate;

import dev.glovebox.simulate.Phase.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What the vehicles of a fleet did, from their plans and not from what they sent. */
final class DoneTruth {

  private final Fleet fleet;

  DoneTruth(Fleet fleet) {
    this.fleet = fleet;
  }

  /** A row a drive. */
  void drives(Appendable out) throws IOException {
    out.append("vin,started_at,ended_at,distance_km,energy_kwh,start_soc_percent\n");
    for (int index = 0; index < fleet.options().vehicles(); index++) {
      Vehicle vehicle = fleet.vehicle(index);
      for (Phase drive : vehicle.timeline().drives()) {
        double meters = drive.drive().route.meters();
        double used = vehicle.profile().percentFor(meters) / 100 * capacity(vehicle);
        row(out, vehicle, drive, decimal(meters / 1_000), decimal(used), decimal(drive.percent()));
      }
    }
  }

  /** A row a charging session. */
  void charges(Appendable out) throws IOException {
    out.append("vin,started_at,ended_at,current_kind,energy_kwh,start_soc_percent,place_kind\n");
    for (int index = 0; index < fleet.options().vehicles(); index++) {
      Vehicle vehicle = fleet.vehicle(index);
      for (Phase phase : vehicle.timeline().phases()) {
        if (phase.kind() == Kind.CHARGING || phase.kind() == Kind.FAST_CHARGING) {
          charge(out, vehicle, phase);
        }
      }
    }
  }

  private static void charge(Appendable out, Vehicle vehicle, Phase phase) throws IOException {
    boolean fast = phase.kind() == Kind.FAST_CHARGING;
    double gained = phase.chargedPercent(phase.endMicros()) - phase.percent();
    row(
        out,
        vehicle,
        phase,
        fast ? "DC" : "AC",
        decimal(gained / 100 * capacity(vehicle)),
        decimal(phase.percent()),
        fast ? "fast-charger" : "home");
  }

  private static void row(Appendable out, Vehicle vehicle, Phase phase, String... more)
      throws IOException {
    String between = "," + instant(phase.startMicros()) + "," + instant(phase.endMicros()) + ",";
    out.append(vehicle.vin()).append(between).append(String.join(",", more)).append('\n');
  }

  private static double capacity(Vehicle vehicle) {
    return vehicle.profile().model().batteryKwh;
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
