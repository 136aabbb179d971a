package dev.glovebox.registry;

import static dev.glovebox.registry.Holding.State.AMBIGUOUS;
import static dev.glovebox.registry.Holding.State.HELD;
import static dev.glovebox.registry.Holding.State.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenuresTest {

  private static final long STILL = Tenure.STILL;

  @Test
  void holdsFromTheFirstInstantToBeforeTheLast() {
    Tenures tenures = Tenures.of(List.of(owner("anna", 100, 200)));
    assertThat(tenures.at("V1", 99)).isEqualTo(new Holding(NONE, null, 100));
    assertThat(tenures.at("V1", 100)).isEqualTo(new Holding(HELD, "anna", 200));
    assertThat(tenures.at("V1", 199)).isEqualTo(new Holding(HELD, "anna", 200));
    assertThat(tenures.at("V1", 200)).isEqualTo(new Holding(NONE, null, STILL));
  }

  @Test
  void holdsStillWhereNoEndIsKnown() {
    Tenures tenures = Tenures.of(List.of(owner("anna", 100, STILL)));
    assertThat(tenures.at("V1", STILL - 1)).isEqualTo(new Holding(HELD, "anna", STILL));
  }

  @Test
  void knowsNobodyOfAnUnknownVehicle() {
    Tenures tenures = Tenures.of(List.of(owner("anna", 100, STILL)));
    assertThat(tenures.at("V2", 150)).isEqualTo(new Holding(NONE, null, STILL));
    assertThat(tenures.at("", 150)).isEqualTo(new Holding(NONE, null, STILL));
    assertThat(tenures.at(null, 150)).isEqualTo(new Holding(NONE, null, STILL));
    assertThat(Tenures.of(List.of()).at("V1", 150)).isEqualTo(new Holding(NONE, null, STILL));
  }

  @Test
  void handsOverWithinAnInstant() {
    Tenures tenures = Tenures.of(List.of(owner("bert", 200, STILL), owner("anna", 100, 200)));
    assertThat(tenures.at("V1", 199)).isEqualTo(new Holding(HELD, "anna", 200));
    assertThat(tenures.at("V1", 200)).isEqualTo(new Holding(HELD, "bert", STILL));
  }

  @Test
  void knowsNobodyInAGap() {
    Tenures tenures = Tenures.of(List.of(owner("anna", 100, 200), owner("bert", 300, STILL)));
    assertThat(tenures.at("V1", 250)).isEqualTo(new Holding(NONE, null, 300));
  }

  @Test
  void letsRentersWinOverLesseesAndLesseesOverOwners() {
    Tenures tenures =
        Tenures.of(
            List.of(
                tenure("rita", Role.RENTER, 300, 400),
                owner("anna", 100, 1_000),
                tenure("lena", Role.LESSEE, 200, 500)));
    assertThat(tenures.at("V1", 150)).isEqualTo(new Holding(HELD, "anna", 200));
    assertThat(tenures.at("V1", 250)).isEqualTo(new Holding(HELD, "lena", 300));
    assertThat(tenures.at("V1", 350)).isEqualTo(new Holding(HELD, "rita", 400));
    assertThat(tenures.at("V1", 450)).isEqualTo(new Holding(HELD, "lena", 500));
    assertThat(tenures.at("V1", 550)).isEqualTo(new Holding(HELD, "anna", 1_000));
  }

  @Test
  void isAmbiguousWhileTwoHaveTheWinningRole() {
    Tenures tenures = Tenures.of(List.of(owner("anna", 100, 300), owner("bert", 200, 400)));
    assertThat(tenures.at("V1", 199)).isEqualTo(new Holding(HELD, "anna", 200));
    assertThat(tenures.at("V1", 200)).isEqualTo(new Holding(AMBIGUOUS, null, 300));
    assertThat(tenures.at("V1", 300)).isEqualTo(new Holding(HELD, "bert", 400));
  }

  @Test
  void isAmbiguousAmongThreeOfWhomTwoAreOne() {
    Tenures tenures =
        Tenures.of(
            List.of(owner("anna", 100, 400), owner("bert", 100, 400), owner("anna", 100, 400)));
    assertThat(tenures.at("V1", 200)).isEqualTo(new Holding(AMBIGUOUS, null, 400));
  }

  @Test
  void isNotAmbiguousWhereAHigherRoleWins() {
    Tenures tenures =
        Tenures.of(
            List.of(
                owner("anna", 100, STILL),
                owner("bert", 100, STILL),
                tenure("rita", Role.RENTER, 200, 300)));
    assertThat(tenures.at("V1", 250)).isEqualTo(new Holding(HELD, "rita", 300));
    assertThat(tenures.at("V1", 300)).isEqualTo(new Holding(AMBIGUOUS, null, STILL));
  }

  @Test
  void takesOneHolderTwiceForOne() {
    Tenures tenures = Tenures.of(List.of(owner("anna", 100, 300), owner("anna", 200, 400)));
    assertThat(tenures.at("V1", 250)).isEqualTo(new Holding(HELD, "anna", 400));
    assertThat(tenures.at("V1", 100)).isEqualTo(new Holding(HELD, "anna", 400));
  }

  @Test
  void keepsVehiclesApart() {
    Tenures tenures =
        Tenures.of(
            List.of(
                new Tenure("V1", "anna", Role.OWNER, 100, 200),
                new Tenure("V2", "bert", Role.OWNER, 50, 300),
                new Tenure("V3", "anna", Role.OWNER, -200, -100)));
    assertThat(tenures.at("V1", 250)).isEqualTo(new Holding(NONE, null, STILL));
    assertThat(tenures.at("V2", 250)).isEqualTo(new Holding(HELD, "bert", 300));
    assertThat(tenures.at("V3", 50)).isEqualTo(new Holding(NONE, null, STILL));
    assertThat(tenures.at("V3", -150)).isEqualTo(new Holding(HELD, "anna", -100));
    assertThat(tenures.vehicles()).isEqualTo(3);
  }

  @Test
  void readsTheFile() throws IOException {
    String csv =
        "vin,owner_id,role,valid_from,valid_to\nV1,anna,owner,1970-01-01T00:00:00.000100Z,\n";
    assertThat(Tenures.parseCsv(new StringReader(csv)).at("V1", 100))
        .isEqualTo(new Holding(HELD, "anna", STILL));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithASearchOfEveryRow(long seed) {
    Random random = new Random(seed);
    List<Tenure> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      long from = random.nextInt(100);
      rows.add(
          new Tenure(
              "V" + random.nextInt(40),
              "owner-" + random.nextInt(6),
              Role.values()[random.nextInt(3)],
              from,
              random.nextInt(6) == 0 ? STILL : from + 1 + random.nextInt(30)));
    }
    Tenures tenures = Tenures.of(rows);
    for (int vehicle = 0; vehicle < 41; vehicle++) {
      for (long instant = -1; instant < 132; instant++) {
        assertAgrees(tenures, rows, "V" + vehicle, instant);
      }
    }
  }

  @Test
  void answersAlikeAfterItsJourney() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Tenures.of(List.of(owner("anna", 100, 200))));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Tenures arrived = (Tenures) in.readObject();
      assertThat(arrived.at("V1", 150)).isEqualTo(new Holding(HELD, "anna", 200));
    }
  }

  @Test
  void refusesTenuresThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tenure("", "anna", Role.OWNER, 1, 2))
        .withMessage("A tenure needs a vehicle and a holder.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tenure("V1", "", Role.OWNER, 1, 2))
        .withMessage("A tenure needs a vehicle and a holder.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> owner("anna", 2, 2))
        .withMessage("A tenure ends after it begins.");
    assertThatNullPointerException()
        .isThrownBy(() -> new Tenure("V1", "anna", null, 1, 2))
        .withMessage("A tenure needs a role.");
  }

  @Test
  void printsNeitherPersonNorVehicle() {
    assertThat(owner("anna", 1, 2)).hasToString("Tenure[owner]");
    assertThat(new Holding(HELD, "anna", 2)).hasToString("Holding[HELD]");
  }

  private static void assertAgrees(Tenures tenures, List<Tenure> rows, String vin, long instant) {
    Holding holding = tenures.at(vin, instant);
    String answer = answer(rows, vin, instant);
    assertThat(holding.state() == HELD ? holding.ownerId() : holding.state().name())
        .isEqualTo(answer);
    assertThat(holding.untilMicros()).isGreaterThan(instant);
    if (holding.untilMicros() != STILL) {
      assertThat(answer(rows, vin, holding.untilMicros() - 1)).isEqualTo(answer);
      assertThat(answer(rows, vin, holding.untilMicros())).isNotEqualTo(answer);
    }
  }

  /** The holder, or the state in which there is none. */
  private static String answer(List<Tenure> rows, String vin, long instant) {
    List<Tenure> running =
        rows.stream()
            .filter(row -> row.vin().equals(vin))
            .filter(row -> row.validFromMicros() <= instant && instant < row.validToMicros())
            .toList();
    Role highest = running.stream().map(Tenure::role).max(Role::compareTo).orElse(Role.OWNER);
    List<String> winners =
        running.stream()
            .filter(row -> row.role() == highest)
            .map(Tenure::ownerId)
            .distinct()
            .toList();
    return winners.isEmpty() ? "NONE" : winners.size() == 1 ? winners.get(0) : "AMBIGUOUS";
  }

  private static Tenure owner(String ownerId, long from, long to) {
    return tenure(ownerId, Role.OWNER, from, to);
  }

  private static Tenure tenure(String ownerId, Role role, long from, long to) {
    return new Tenure("V1", ownerId, role, from, to);
  }

  @Test
  void tellsWhatHoldersEverHeld() {
    Tenures tenures =
        Tenures.of(
            List.of(
                new Tenure("V1", "anna", Role.OWNER, 0, 100),
                new Tenure("V1", "bert", Role.OWNER, 100, Tenure.STILL),
                new Tenure("V2", "anna", Role.OWNER, 0, Tenure.STILL),
                new Tenure("V2", "bert", Role.RENTER, 40, 60),
                new Tenure("V3", "carl", Role.OWNER, 0, 50),
                new Tenure("V3", "anna", Role.OWNER, 0, 50),
                new Tenure("V4", "dora", Role.OWNER, 0, 10),
                new Tenure("V4", "bert", Role.RENTER, 0, 10)));

    assertThat(tenures.heldBy(List.of("anna", "carl", "dora", "nobody")))
        .containsOnlyKeys("anna")
        .containsEntry(
            "anna",
            List.of(
                new Held("V1", 0, 100), new Held("V2", 0, 40), new Held("V2", 60, Tenure.STILL)));
    assertThat(tenures.heldBy(List.of("bert")).get("bert"))
        .containsExactly(
            new Held("V1", 100, Tenure.STILL), new Held("V2", 40, 60), new Held("V4", 0, 10));
    assertThat(tenures.heldBy(List.of())).isEmpty();
  }
}
