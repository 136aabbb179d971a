package dev.glovebox.simulate;

import static dev.glovebox.simulate.Calendar.DAY;
import static dev.glovebox.simulate.Calendar.HOUR;

import dev.glovebox.simulate.Tenure.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans who holds which vehicle. The kinds of holding are dealt out evenly over the fleet, so that
 * a small fleet has each of them too.
 */
final class HolderPlan {

  private static final int SHARED_EVERY = 17;
  private static final long NEVER_ENDS = Long.MAX_VALUE;
  private static final Rate[] KINDS = {
    Rate.UNREGISTERED,
    Rate.AMBIGUOUS_TENURE,
    Rate.TENURE_GAP,
    Rate.SOLD,
    Rate.RENTED,
    Rate.LEASED,
    Rate.SAME_HOLDER_TWICE
  };

  private final Rates rates;
  private final Calendar calendar;
  private final Draws draws;

  HolderPlan(FleetOptions options, Draws draws) {
    this.rates = options.rates();
    this.calendar = Calendar.of(options);
    this.draws = draws;
  }

  /** The rate by which a vehicle's holders are special; null when it simply has an owner. */
  Rate kind(int vehicle) {
    for (int i = 0; i < KINDS.length; i++) {
      double rate = rates.of(KINDS[i]);
      double before = (vehicle + i) * rate + rate / 2;
      if (Math.floor(before + rate) > Math.floor(before)) {
        return KINDS[i];
      }
    }
    return null;
  }

  /** The owner at first; every now and then one owner has two vehicles. */
  static String owner(int vehicle) {
    int first = vehicle % SHARED_EVERY == SHARED_EVERY - 1 ? vehicle - 1 : vehicle;
    return "owner-%07d".formatted(first);
  }

  static String buyer(int vehicle) {
    return "buyer-%07d".formatted(vehicle);
  }

  static String lessee(int vehicle) {
    return "lessee-%07d".formatted(vehicle);
  }

  /** When the vehicle changes hands, in the middle of a day; for those that do. */
  long changeMicros(int vehicle) {
    double hour = 11 + 5 * draws.of(vehicle).unit(1);
    return calendar.at(Math.min(1, calendar.days() - 1), hour) / 1_000 * 1_000;
  }

  /** Who uses the vehicle at home after it changed hands. */
  String lastHolder(int vehicle) {
    Rate kind = kind(vehicle);
    if (kind == Rate.LEASED) {
      return lessee(vehicle);
    }
    boolean changes = kind == Rate.SOLD || kind == Rate.TENURE_GAP || kind == Rate.AMBIGUOUS_TENURE;
    return changes ? buyer(vehicle) : owner(vehicle);
  }

  String firstHolder(int vehicle) {
    return kind(vehicle) == Rate.LEASED ? lessee(vehicle) : owner(vehicle);
  }

  Holders of(int vehicle) {
    Rate kind = kind(vehicle);
    if (kind == null) {
      return new Holders(List.of(owned(vehicle, NEVER_ENDS)));
    }
    long change = changeMicros(vehicle);
    List<Tenure> tenures = new ArrayList<>();
    switch (kind) {
      case UNREGISTERED -> {}
      case AMBIGUOUS_TENURE -> {
        tenures.add(owned(vehicle, change + 4 * HOUR));
        tenures.add(bought(vehicle, change - 5 * HOUR));
      }
      case TENURE_GAP -> {
        tenures.add(owned(vehicle, change - 4 * HOUR));
        tenures.add(bought(vehicle, change + 3 * HOUR));
      }
      case SOLD -> {
        tenures.add(owned(vehicle, change));
        tenures.add(bought(vehicle, change));
      }
      case RENTED -> {
        tenures.add(owned(vehicle, NEVER_ENDS));
        tenures.add(
            new Tenure(
                "renter-%07d".formatted(vehicle), Role.RENTER, change - 5 * HOUR, change + HOUR));
      }
      case LEASED -> {
        tenures.add(new Tenure("leasing-company", Role.OWNER, boughtLongAgo(vehicle), NEVER_ENDS));
        tenures.add(
            new Tenure(
                lessee(vehicle), Role.LESSEE, calendar.startMicros() - 90 * DAY, NEVER_ENDS));
        if (vehicle % 2 == 0) {
          tenures.add(
              new Tenure("renter-%07d".formatted(vehicle), Role.RENTER, change, change + 6 * HOUR));
        }
      }
      default -> {
        tenures.add(owned(vehicle, NEVER_ENDS));
        tenures.add(new Tenure(owner(vehicle), Role.OWNER, change - HOUR, change + DAY));
      }
    }
    return new Holders(tenures);
  }

  private Tenure owned(int vehicle, long until) {
    return new Tenure(owner(vehicle), Role.OWNER, boughtLongAgo(vehicle), until);
  }

  private static Tenure bought(int vehicle, long from) {
    return new Tenure(buyer(vehicle), Role.OWNER, from, NEVER_ENDS);
  }

  private long boughtLongAgo(int vehicle) {
    return calendar.startMicros() - (30 + draws.of(vehicle).below(2, 1_500)) * DAY;
  }
}
