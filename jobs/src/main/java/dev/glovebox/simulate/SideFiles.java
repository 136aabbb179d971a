package dev.glovebox.simulate;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The registry, the requests and the homes of a fleet. */
final class SideFiles {

  private static final String[] HOLD_REASONS = {"litigation", "accident-investigation"};
  private static final int HOLD_EVERY = 23;
  private static final int REQUEST_EVERY = 10;
  private static final int ERASE_EVERY = 20;
  private static final double CONSENTS = 0.7;
  private static final double WITHDRAWN = 0.15;

  private final Fleet fleet;
  private final FleetOptions options;
  private final Calendar calendar;

  SideFiles(Fleet fleet) {
    this.fleet = fleet;
    this.options = fleet.options();
    this.calendar = Calendar.of(options);
  }

  List<SideFile> all() {
    String received = options.start().plusDays(options.days()).toString();
    return List.of(
        new SideFile("registry/tenures.csv", this::tenures),
        new SideFile("registry/vehicles.csv", this::vehicles),
        new SideFile("registry/sensitive-places.geojson", this::places),
        new SideFile("registry/holds.csv", this::holds),
        new SideFile("registry/consents.csv", this::consents),
        new SideFile("requests/" + received + ".jsonl", this::requests),
        new SideFile("truth/homes.csv", this::homes),
        new SideFile("truth/drives.csv", out -> new DoneTruth(fleet).drives(out)),
        new SideFile("truth/charges.csv", out -> new DoneTruth(fleet).charges(out)),
        new SideFile("truth/incidents.csv", this::incidents));
  }

  private void tenures(Appendable out) throws IOException {
    out.append("vin,owner_id,role,valid_from,valid_to\n");
    for (int vehicle = 0; vehicle < options.vehicles(); vehicle++) {
      for (Tenure tenure : fleet.holders().of(vehicle).tenures()) {
        String until = tenure.untilMicros() == Long.MAX_VALUE ? "" : instant(tenure.untilMicros());
        row(
            out,
            ProfilePlan.vin(vehicle),
            tenure.ownerId(),
            tenure.role().code,
            local(tenure.fromMicros()),
            until);
      }
    }
  }

  private void vehicles(Appendable out) throws IOException {
    out.append("vin,model,model_year,battery_id,battery_kwh,v2x,province\n");
    for (int vehicle = 0; vehicle < options.vehicles(); vehicle++) {
      if (isRegistered(vehicle)) {
        Profile profile = fleet.profiles().of(vehicle);
        row(
            out,
            profile.vin(),
            profile.model().title,
            Integer.toString(profile.modelYear()),
            "BAT%010d".formatted(vehicle),
            Double.toString(profile.model().batteryKwh),
            Boolean.toString(vehicle % 3 == 0),
            profile.city().province);
      }
    }
  }

  private void places(Appendable out) throws IOException {
    out.append(fleet.places().geoJson());
  }

  private void holds(Appendable out) throws IOException {
    out.append("owner_id,vin,reason,from,to\n");
    for (int vehicle = 4; vehicle < options.vehicles(); vehicle += HOLD_EVERY) {
      row(
          out,
          HolderPlan.owner(vehicle),
          ProfilePlan.vin(vehicle),
          HOLD_REASONS[vehicle % HOLD_REASONS.length],
          instant(calendar.startMicros()),
          vehicle % 2 == 0 ? "" : instant(calendar.endMicros() + 30 * Calendar.DAY));
    }
  }

  private void consents(Appendable out) throws IOException {
    out.append("owner_id,purpose,granted_at,withdrawn_at\n");
    String last = "";
    for (int vehicle = 0; vehicle < options.vehicles(); vehicle++) {
      Draws own = fleet.draws().of(4).of(vehicle);
      String owner = fleet.holders().firstHolder(vehicle);
      if (!owner.equals(last) && isRegistered(vehicle) && own.chance(1, CONSENTS)) {
        boolean withdrawn = own.chance(2, WITHDRAWN);
        long granted = calendar.startMicros() - (10 + own.below(3, 300)) * Calendar.DAY;
        String until = withdrawn ? instant(calendar.at(0, 24 * own.unit(4))) : "";
        row(out, owner, "analytics", instant(granted), until);
      }
      last = owner;
    }
  }

  private void homes(Appendable out) throws IOException {
    out.append("vin,owner_id,latitude_deg,longitude_deg\n");
    for (int vehicle = 0; vehicle < options.vehicles(); vehicle++) {
      if (isRegistered(vehicle)) {
        homes(out, fleet.profiles().of(vehicle));
      }
    }
  }

  private void homes(Appendable out, Profile profile) throws IOException {
    home(out, profile, fleet.holders().firstHolder(profile.index()), profile.firstHome());
    if (profile.changeMicros() != Long.MAX_VALUE) {
      home(out, profile, fleet.holders().lastHolder(profile.index()), profile.lastHome());
    }
  }

  private static void home(Appendable out, Profile profile, String owner, Spot home)
      throws IOException {
    double latitude = profile.city().latitudeE6(home.u(), home.v()) / 1e6;
    double longitude = profile.city().longitudeE6(home.u(), home.v()) / 1e6;
    row(
        out,
        profile.vin(),
        owner,
        String.format(Locale.ROOT, "%.6f", latitude),
        String.format(Locale.ROOT, "%.6f", longitude));
  }

  /** What every vehicle that brakes hard sends meanwhile, in the units in which it sends. */
  private void incidents(Appendable out) throws IOException {
    out.append("request_id,vin,owner_id,at,captured_at,").append(HardBraking.COLUMNS);
    out.append('\n');
    for (int vehicle = 0; vehicle < options.vehicles(); vehicle++) {
      Optional<HardBraking> braking = braking(vehicle);
      if (braking.isPresent()) {
        incident(out, vehicle, braking.get());
      }
    }
  }

  private void incident(Appendable out, int vehicle, HardBraking braking) throws IOException {
    for (long micros : braking.instants()) {
      row(
          out,
          requestId("incident", vehicle),
          ProfilePlan.vin(vehicle),
          fleet.holders().firstHolder(vehicle),
          instant(braking.micros()),
          instant(micros),
          braking.cells(micros));
    }
  }

  private Optional<HardBraking> braking(int vehicle) {
    return HardBraking.isPlanned(vehicle, options.rates())
        ? fleet.vehicle(vehicle).timeline().hardBraking().map(HardBraking::new)
        : Optional.empty();
  }

  /** An export of every tenth vehicle's holder, a few erasures, and incidents. */
  private void requests(Appendable out) throws IOException {
    for (int vehicle = 0; vehicle < options.vehicles(); vehicle++) {
      String owner = fleet.holders().firstHolder(vehicle);
      long received = calendar.endMicros() + vehicle % 600 * Calendar.MINUTE;
      String locale = vehicle % 4 == 0 ? "zh-Hans" : "en";
      if (vehicle % REQUEST_EVERY == 0) {
        request(out, "export", vehicle, owner, received, "", locale);
      }
      if (vehicle % REQUEST_EVERY == REQUEST_EVERY / 2
          || HardBraking.isPlanned(vehicle, options.rates())) {
        incident(out, vehicle, owner, received, locale);
      }
      if (vehicle % ERASE_EVERY == 0) {
        request(out, "erase", vehicle, owner, received + Calendar.DAY, "", locale);
      }
    }
  }

  private void incident(Appendable out, int vehicle, String owner, long received, String locale)
      throws IOException {
    List<Phase> drives = fleet.vehicle(vehicle).timeline().drives();
    long usual = drives.isEmpty() ? calendar.startMicros() : drives.get(0).endMicros();
    long at = braking(vehicle).map(HardBraking::micros).orElse(usual);
    String more = ",\"vins\":[\"" + ProfilePlan.vin(vehicle) + "\"],\"at\":\"" + instant(at) + "\"";
    request(out, "incident", vehicle, owner, received, more, locale);
  }

  private static void request(
      Appendable out,
      String kind,
      int vehicle,
      String owner,
      long received,
      String more,
      String locale)
      throws IOException {
    out.append("{\"request_id\":\"").append(requestId(kind, vehicle));
    out.append("\",\"kind\":\"").append(kind);
    out.append("\",\"owner_id\":\"").append(owner);
    out.append("\",\"received_at\":\"").append(instant(received)).append('"').append(more);
    out.append(",\"locale\":\"").append(locale).append("\"}\n");
  }

  private static String requestId(String kind, int vehicle) {
    return kind + "-%07d".formatted(vehicle);
  }

  private boolean isRegistered(int vehicle) {
    return fleet.holders().kind(vehicle) != Rate.UNREGISTERED;
  }

  private static void row(Appendable out, String... cells) throws IOException {
    out.append(String.join(",", cells)).append('\n');
  }

  private static String instant(long micros) {
    return at(micros).toString();
  }

  /** In the fleet's own zone, which is as good an instant. */
  private String local(long micros) {
    return OffsetDateTime.ofInstant(at(micros), options.zone())
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static Instant at(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, Calendar.SECOND), Math.floorMod(micros, Calendar.SECOND) * 1_000);
  }
}
