package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.simulate.Holders.Known;
import dev.glovebox.simulate.Tenure.Role;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HolderPlanTest {

  private static final FleetOptions OPTIONS = FleetOptions.defaults().withSeed(31);
  private static final HolderPlan PLAN = Fleet.of(OPTIONS, Written.FIELDS).holders();
  private static final Calendar CALENDAR = Calendar.of(OPTIONS);

  @ParameterizedTest(name = "{0}, seed 31")
  @EnumSource(
      value = Rate.class,
      mode = Mode.INCLUDE,
      names = {
        "UNREGISTERED",
        "AMBIGUOUS_TENURE",
        "TENURE_GAP",
        "SOLD",
        "RENTED",
        "LEASED",
        "SAME_HOLDER_TWICE"
      })
  void dealsOutEveryKindEvenly(Rate kind) {
    long number = IntStream.range(0, 1_000).filter(vehicle -> PLAN.kind(vehicle) == kind).count();

    assertThat(number / 1_000.0).isBetween(kind.usual() * 0.7, kind.usual() * 1.05);
    assertThat(vehicle(kind)).isLessThan(OPTIONS.vehicles());
  }

  @Test
  void sellsInTheMiddleOfADayWithoutAGap() {
    Holders holders = PLAN.of(vehicle(Rate.SOLD));
    Tenure seller = holders.tenures().get(0);
    Tenure buyer = holders.tenures().get(1);

    assertThat(holders.tenures()).extracting(Tenure::role).containsOnly(Role.OWNER);
    assertThat(seller.untilMicros()).isEqualTo(buyer.fromMicros());
    assertThat(CALENDAR.day(buyer.fromMicros())).isEqualTo(1);
    assertThat(CALENDAR.hourOfDay(buyer.fromMicros())).isBetween(11.0, 16.0);
    assertThat(seller.ownerId()).isNotEqualTo(buyer.ownerId());
    assertThat(holders.at(buyer.fromMicros())).isEqualTo(Known.HELD);
    assertThat(seller.covers(buyer.fromMicros())).isFalse();
  }

  @Test
  void leavesAGapBetweenTwoHolders() {
    Holders holders = PLAN.of(vehicle(Rate.TENURE_GAP));
    long ends = holders.tenures().get(0).untilMicros();
    long begins = holders.tenures().get(1).fromMicros();

    assertThat(holders.at(ends - 1)).isEqualTo(Known.HELD);
    assertThat(holders.at(ends)).isEqualTo(Known.NONE);
    assertThat(holders.at(begins - 1)).isEqualTo(Known.NONE);
    assertThat(holders.at(begins)).isEqualTo(Known.HELD);
  }

  @Test
  void hasTwoOwnersAtOnceForSomeHours() {
    Holders holders = PLAN.of(vehicle(Rate.AMBIGUOUS_TENURE));
    long begins = holders.tenures().get(1).fromMicros();
    long ends = holders.tenures().get(0).untilMicros();

    assertThat(ends - begins).isEqualTo(9 * Calendar.HOUR);
    assertThat(holders.at(begins - 1)).isEqualTo(Known.HELD);
    assertThat(holders.at(begins)).isEqualTo(Known.AMBIGUOUS);
    assertThat(holders.at(ends - 1)).isEqualTo(Known.AMBIGUOUS);
    assertThat(holders.at(ends)).isEqualTo(Known.HELD);
  }

  @Test
  void letsTheRenterWinOverTheOwner() {
    Holders holders = PLAN.of(vehicle(Rate.RENTED));

    assertThat(holders.tenures()).extracting(Tenure::role).containsExactly(Role.OWNER, Role.RENTER);
    assertThat(holders.at(holders.tenures().get(1).fromMicros())).isEqualTo(Known.HELD);
  }

  @Test
  void hasALesseeOverACompany() {
    assertThat(PLAN.of(vehicle(Rate.LEASED)).tenures())
        .extracting(Tenure::role)
        .startsWith(Role.OWNER, Role.LESSEE);
  }

  @Test
  void takesTwoRowsOfOneOwnerForOneHolder() {
    Holders holders = PLAN.of(vehicle(Rate.SAME_HOLDER_TWICE));

    assertThat(holders.tenures())
        .extracting(Tenure::ownerId)
        .hasSize(2)
        .containsOnly(holders.tenures().get(0).ownerId());
    assertThat(holders.at(holders.tenures().get(1).fromMicros())).isEqualTo(Known.HELD);
  }

  @Test
  void writesEveryTenureButOfTheUnregistered() {
    List<List<String>> rows = Registry.rows(OPTIONS, "registry/tenures.csv");
    String unregistered = ProfilePlan.vin(vehicle(Rate.UNREGISTERED));

    assertThat(Registry.text(OPTIONS, "registry/tenures.csv"))
        .startsWith("vin,owner_id,role,valid_from,valid_to\n");
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(5));
    assertThat(rows).extracting(row -> row.get(0)).doesNotContain(unregistered);
    assertThat(rows).extracting(row -> row.get(2)).contains("owner", "lessee", "renter");
    assertThat(Registry.rows(OPTIONS, "registry/vehicles.csv"))
        .hasSizeLessThan(OPTIONS.vehicles())
        .allSatisfy(row -> assertThat(row).hasSize(7));
  }

  @Test
  void givesEveryRegisteredVehicleOneOwnerWhenClean() {
    List<List<String>> rows = Registry.rows(FleetOptions.clean(30, 2, 1), "registry/tenures.csv");

    assertThat(rows).hasSize(30);
    assertThat(rows).extracting(row -> row.get(4)).containsOnly("");
  }

  @Test
  void tellsWhereEveryHolderLives() {
    int sold = vehicle(Rate.SOLD);
    List<List<String>> homes =
        Registry.rows(OPTIONS, "truth/homes.csv").stream()
            .filter(row -> row.get(0).equals(ProfilePlan.vin(sold)))
            .toList();

    assertThat(homes)
        .extracting(row -> row.get(1))
        .containsExactly(HolderPlan.owner(sold), HolderPlan.buyer(sold));
    assertThat(homes.get(0).subList(2, 4)).isNotEqualTo(homes.get(1).subList(2, 4));
  }

  private static int vehicle(Rate kind) {
    return Stream.iterate(0, i -> i + 1)
        .limit(1_000)
        .filter(vehicle -> PLAN.kind(vehicle) == kind)
        .findFirst()
        .orElseThrow();
  }
}
