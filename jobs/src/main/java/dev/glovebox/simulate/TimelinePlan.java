package dev.glovebox.simulate;

import static dev.glovebox.simulate.Calendar.HOUR;
import static dev.glovebox.simulate.Calendar.MINUTE;

import dev.glovebox.simulate.Phase.Kind;
import java.util.ArrayList;
import java.util.List;

/** Plans one vehicle's days: drives, and between them parking and charging. */
final class TimelinePlan {

  private static final double LOW_PERCENT = 15;
  private static final double CHARGE_BELOW_PERCENT = 78;
  private static final double AC_KW = 6.6;
  private static final long PARKED_PERIOD = 15 * MINUTE;
  private static final long FAST_CHARGING = 33 * MINUTE;
  private static final long SHORTEST_STOP = 4 * MINUTE;
  private static final double OFF_PEAK_HOUR = 22.5;

  private final Profile profile;
  private final Calendar calendar;
  private final ProfilePlan profiles;
  private final long intervalMicros;
  private final List<Phase> phases = new ArrayList<>();
  private final Draws draws;
  private long freeFrom;
  private Spot here;
  private double meters;
  private double percent;
  private int drives;

  /** Whether it has yet to brake hard. */
  private boolean brakesHard;

  private TimelinePlan(FleetOptions options, Profile profile, ProfilePlan profiles) {
    this.profile = profile;
    this.calendar = Calendar.of(options);
    this.profiles = profiles;
    this.intervalMicros = options.interval().toNanos() / 1_000;
    this.draws = profile.draws().of(20);
    this.brakesHard = profile.brakesHard();
    this.here = profile.firstHome();
    this.freeFrom = calendar.startMicros();
    this.percent = draws.between(1, 55, 90);
    this.meters = draws.between(2, 900_000, 90_000_000);
  }

  static Timeline of(FleetOptions options, Profile profile, ProfilePlan profiles) {
    TimelinePlan plan = new TimelinePlan(options, profile, profiles);
    for (int day = 0; day < options.days(); day++) {
      plan.day(day);
    }
    plan.stand(plan.calendar.endMicros());
    return new Timeline(plan.phases);
  }

  private void day(int day) {
    Draws today = draws.of(100 + day);
    switch (profile.habit()) {
      case COMMUTER -> commute(day, today);
      case FAMILY -> family(day, today);
      case RIDE_HAILING -> rides(day, today);
    }
  }

  private void commute(int day, Draws today) {
    go(calendar.at(day, today.between(1, 6.8, 8.6)), profile.work(), today.of(1));
    if (today.chance(2, 0.35)) {
      go(calendar.at(day, today.between(3, 11.8, 12.4)), somewhere(today.of(2)), today.of(3));
      go(freeFrom + 40 * MINUTE, profile.work(), today.of(4));
    }
    home(calendar.at(day, today.between(5, 17.3, 19.2)), today.of(5));
    if (today.chance(6, 0.3)) {
      go(calendar.at(day, today.between(7, 19.8, 20.6)), somewhere(today.of(6)), today.of(7));
      home(freeFrom + 70 * MINUTE, today.of(8));
    }
  }

  private void family(int day, Draws today) {
    for (int i = 0; i < 3; i++) {
      double hour = today.between(10 + i, 7.5 + 4.2 * i, 9.5 + 4.2 * i);
      Spot to = i == 0 ? profile.work() : somewhere(today.of(10 + i));
      go(calendar.at(day, hour), to, today.of(20 + i));
      home(freeFrom + (20 + today.below(30 + i, 80)) * MINUTE, today.of(30 + i));
    }
  }

  private void rides(int day, Draws today) {
    long until = calendar.at(day, today.between(1, 20.5, 22));
    go(calendar.at(day, today.between(2, 5.8, 7)), profile.work(), today.of(1));
    for (long i = 2; freeFrom < until; i++) {
      go(
          freeFrom + (4 + today.below(i, 9)) * MINUTE,
          somewhere(today.of(2 * i)),
          today.of(2 * i + 1));
    }
    home(freeFrom + SHORTEST_STOP, today.of(0));
  }

  private Spot somewhere(Draws own) {
    return profiles.spot(profile.city(), own, Spot.Kind.ELSEWHERE, "商场");
  }

  private void home(long wanted, Draws own) {
    go(wanted, profile.homeAt(wanted), own);
  }

  /** Drives to a spot, by way of a fast charger if the charge would not last. */
  private void go(long wanted, Spot to, Draws own) {
    Route route = route(to, own);
    if (percent - profile.percentFor(route.meters()) < LOW_PERCENT) {
      Spot charger = profiles.spot(profile.city(), own.of(1), Spot.Kind.CHARGER, "充电站");
      drive(wanted, charger, RouteBuilder.between(profile.city(), here, charger, own.of(2)));
      long plugged = freeFrom + 2 * MINUTE;
      drive(plugged + FAST_CHARGING + 2 * MINUTE, to, route(to, own.of(3)));
    } else {
      drive(wanted, to, route);
    }
  }

  private Route route(Spot to, Draws own) {
    boolean passes = profile.passes() != null && to.kind() == Spot.Kind.WORK;
    return passes
        ? RouteBuilder.through(profile.city(), here, profile.passes(), to, own)
        : RouteBuilder.between(profile.city(), here, to, own);
  }

  private void drive(long wanted, Spot to, Route route) {
    Drive drive = brakesHard ? Drive.brakingHard(route) : new Drive(route);
    brakesHard &= !drive.brakesHard();
    long departs = Math.max(wanted, freeFrom + SHORTEST_STOP) / 1_000 * 1_000;
    long arrives = departs + ((long) (drive.seconds() * 1_000 + 1)) * 1_000;
    stand(departs);
    add(Kind.DRIVING, departs, arrives, intervalMicros, 0, to, drive);
    here = to;
    freeFrom = arrives;
    meters += route.meters();
    percent = Math.max(1, percent - profile.percentFor(route.meters()));
    drives++;
  }

  /** Stands until it departs, and charges meanwhile where it can. */
  private void stand(long departs) {
    long from = freeFrom;
    if (departs <= from) {
      return;
    }
    if (here.kind() == Spot.Kind.CHARGER) {
      charge(Kind.FAST_CHARGING, from + 2 * MINUTE, departs - MINUTE);
    } else if (here.kind() == Spot.Kind.HOME && percent < CHARGE_BELOW_PERCENT) {
      charge(Kind.CHARGING, chargeFrom(from, departs), departs - MINUTE);
    }
    parked(freeFrom, departs);
  }

  /** After the off-peak hour of the evening, or at once where that is too late. */
  private long chargeFrom(long from, long departs) {
    long offPeak = calendar.at(calendar.day(from), OFF_PEAK_HOUR);
    boolean waits = offPeak > from && departs - offPeak > HOUR;
    return waits && drives % 2 == 0 ? offPeak : from + 2 * MINUTE;
  }

  private void charge(Kind kind, long from, long latest) {
    double perHour = kind == Kind.CHARGING ? AC_KW * 0.92 / profile.model().batteryKwh * 100 : 0;
    long needed =
        kind == Kind.CHARGING
            ? ((long) ((Phase.FULL_PERCENT - percent) / perHour * 3_600)) * 1_000_000
            : FAST_CHARGING;
    long until = Math.min(latest, from + needed) / 1_000 * 1_000;
    if (until - from < 10 * MINUTE) {
      return;
    }
    parked(freeFrom, from);
    long period = kind == Kind.CHARGING ? 6 * intervalMicros : 2 * intervalMicros;
    Phase charging = add(kind, from, until, period, perHour, here, null);
    percent = charging.chargedPercent(until);
    freeFrom = until;
  }

  private void parked(long from, long until) {
    if (until > from) {
      add(Kind.PARKED, from, until, PARKED_PERIOD, 0, here, null);
    }
  }

  private Phase add(
      Kind kind, long from, long until, long period, double perHour, Spot spot, Drive drive) {
    int index = phases.size();
    Draws own = profile.draws().of(1_000 + index);
    Spot begins = kind == Kind.DRIVING ? here : null;
    Phase phase =
        new Phase(
            index, own, kind, from, until, period, meters, percent, perHour, spot, drive, begins);
    phases.add(phase);
    return phase;
  }
}
