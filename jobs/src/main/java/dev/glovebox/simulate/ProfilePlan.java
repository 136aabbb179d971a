package dev.glovebox.simulate;

import dev.glovebox.simulate.Profile.Habit;
import dev.glovebox.simulate.Profile.Model;

/** Draws what stays the same about each vehicle. */
final class ProfilePlan {

  private static final double REACH_METERS = 9_500;
  private static final double FAMILY_UNTIL = 0.35;
  private static final double RIDE_HAILING_UNTIL = 0.47;

  private final FleetOptions options;
  private final Calendar calendar;
  private final Places places;
  private final HolderPlan holders;
  private final Draws draws;

  ProfilePlan(FleetOptions options, Places places, HolderPlan holders, Draws draws) {
    this.options = options;
    this.calendar = Calendar.of(options);
    this.places = places;
    this.holders = holders;
    this.draws = draws;
  }

  /** 17 characters that look like a vehicle's number and belong to none. */
  static String vin(int vehicle) {
    return "LGBX0EV%010d".formatted(vehicle);
  }

  Profile of(int vehicle) {
    Draws own = draws.of(vehicle);
    City city = City.ALL.get(own.below(1, City.ALL.size()));
    Spot firstHome = spot(city, own.of(2), Spot.Kind.HOME, "家");
    boolean moves = !holders.firstHolder(vehicle).equals(holders.lastHolder(vehicle));
    Spot lastHome = moves ? spot(city, own.of(3), Spot.Kind.HOME, "家") : firstHome;
    boolean passes = own.chance(4, options.rates().of(Rate.SENSITIVE_PASS));
    return new Profile(
        vehicle,
        vin(vehicle),
        own,
        city,
        habit(own.unit(5)),
        firstHome,
        lastHome,
        spot(city, own.of(6), Spot.Kind.WORK, "公司"),
        moves ? holders.changeMicros(vehicle) : Long.MAX_VALUE,
        Model.values()[own.below(7, Model.values().length)],
        2020 + own.below(8, 7),
        typedFrom(own),
        passes ? places.of(city) : null,
        HardBraking.isPlanned(vehicle, options.rates()));
  }

  /** Somewhere to stand that is clear of every sensitive place. */
  Spot spot(City city, Draws draws, Spot.Kind kind, String name) {
    for (int attempt = 0; ; attempt += 2) {
      double u = city.streetU(draws.between(attempt, -REACH_METERS, REACH_METERS));
      double v = city.streetV(draws.between(attempt + 1, -REACH_METERS, REACH_METERS));
      double along = u + city.blockU * draws.between(-attempt - 1, 0.15, 0.85);
      if (places.clearOf(city, along, v)) {
        return new Spot(along, v, kind, name);
      }
    }
  }

  private long typedFrom(Draws own) {
    if (!own.chance(9, options.rates().of(Rate.OLDER_FIRMWARE))) {
      return Long.MIN_VALUE;
    }
    if (!own.chance(10, options.rates().of(Rate.FIRMWARE_UPDATE))) {
      return Long.MAX_VALUE;
    }
    return calendar.at(calendar.days() / 2, 2 + 18 * own.unit(11));
  }

  private static Habit habit(double unit) {
    if (unit < FAMILY_UNTIL) {
      return Habit.FAMILY;
    }
    return unit < RIDE_HAILING_UNTIL ? Habit.RIDE_HAILING : Habit.COMMUTER;
  }
}
