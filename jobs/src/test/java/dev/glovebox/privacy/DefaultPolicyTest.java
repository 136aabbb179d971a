package dev.glovebox.privacy;

import static dev.glovebox.signal.PrivacyClass.ACCESS;
import static dev.glovebox.signal.PrivacyClass.CAMERA;
import static dev.glovebox.signal.PrivacyClass.CHARGING;
import static dev.glovebox.signal.PrivacyClass.LOCATION;
import static dev.glovebox.signal.PrivacyClass.MEDIA;
import static dev.glovebox.signal.PrivacyClass.OCCUPANT;
import static dev.glovebox.signal.PrivacyClass.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.signal.PrivacyClass;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the packaged policy says is a contract with those who read the tables. */
class DefaultPolicyTest {

  private static final Policy POLICY = Policy.packaged();
  private static final PrivacyView OWNER = POLICY.view(ViewName.OWNER);

  @Test
  void saysWhoItIs() {
    assertThat(POLICY.version()).isEqualTo("1");
    assertThat(POLICY.digest()).isEqualTo(Sha256.hex(Policies.packaged())).hasSize(64);
  }

  @Test
  void reachesFurtherThanPlacesAndPositions() {
    assertThat(POLICY.marginMeters()).isEqualTo(150);
    assertThat(POLICY.positionCarryMicros()).isEqualTo(600_000_000L);
  }

  @Test
  void showsOwnersEveryClassButOtherPeople() {
    Set<PrivacyClass> others = EnumSet.of(OCCUPANT, CAMERA);
    assertThat(OWNER.allowed())
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(others)));
    assertThat(reasons(OWNER, held(PlaceVerdict.OUTSIDE)))
        .isEqualTo(Map.of(OCCUPANT, "other-person", CAMERA, "other-person"));
  }

  @Test
  void coarsensNothingForOwners() {
    Verdict verdict = OWNER.judge(held(PlaceVerdict.OUTSIDE));
    assertThat(PrivacyClass.values())
        .allSatisfy(each -> assertThat(verdict.coarsening(each)).isEqualTo(Coarsening.NONE));
    assertThat(OWNER.coarseInstantMicros(1_234_567L)).isEqualTo(1_234_567L);
  }

  @Test
  void withholdsWhereOwnersAreInSensitivePlaces() {
    assertThat(reasons(OWNER, held(PlaceVerdict.INSIDE)))
        .isEqualTo(
            Map.of(
                LOCATION, "sensitive-place",
                ROUTE, "sensitive-place",
                OCCUPANT, "other-person",
                CAMERA, "other-person"));
  }

  @Test
  void withholdsWhereOwnersAreWhenNobodyKnows() {
    assertThat(reasons(OWNER, held(PlaceVerdict.UNKNOWN)))
        .isEqualTo(
            Map.of(
                LOCATION, "place-unknown",
                ROUTE, "place-unknown",
                OCCUPANT, "other-person",
                CAMERA, "other-person"));
  }

  @Test
  void withholdsTheReadingWhenNobodyHeldTheVehicle() {
    assertWithheldWhole(HolderKnowledge.NONE, ErasureState.KEPT, "no-tenure");
    assertWithheldWhole(HolderKnowledge.AMBIGUOUS, ErasureState.KEPT, "ambiguous-tenure");
    assertWithheldWhole(HolderKnowledge.HELD, ErasureState.ERASED, "erased");
  }

  @Test
  void withholdsFromOwnersWhatTheCatalogueDoesNotPublish() {
    Verdict verdict = OWNER.judge(held(PlaceVerdict.OUTSIDE));
    assertThat(verdict.unlistedReason()).isEqualTo("unlisted-signal");
    assertThat(verdict.unpublishedReason()).isEqualTo("not-published");
    assertThat(verdict.readingReason()).isNull();
  }

  @Test
  void showsAnalystsNeitherRoutesNorHabitsAndPositionsCoarsely() {
    PrivacyView analyst = POLICY.view(ViewName.ANALYST);
    assertThat(reasons(analyst, held(PlaceVerdict.OUTSIDE)))
        .isEqualTo(
            Map.of(
                OCCUPANT, "other-person",
                CAMERA, "other-person",
                ROUTE, "beyond-purpose",
                MEDIA, "beyond-purpose",
                ACCESS, "beyond-purpose"));
    assertThat(analyst.judge(held(PlaceVerdict.OUTSIDE)).coarsening(LOCATION))
        .isEqualTo(new Coarsening(0, 1_000));
    assertThat(analyst.coarseInstantMicros(119_999_999L)).isEqualTo(60_000_000L);
  }

  @Test
  void showsRegulatorsNoPlaces() {
    PrivacyView regulator = POLICY.view(ViewName.REGULATOR);
    Verdict verdict = regulator.judge(held(PlaceVerdict.OUTSIDE));
    assertThat(reasons(regulator, held(PlaceVerdict.OUTSIDE)))
        .containsOnlyKeys(LOCATION, ROUTE, MEDIA, ACCESS, OCCUPANT, CAMERA);
    assertThat(verdict.coarsening(CHARGING)).isEqualTo(new Coarsening(1, 0));
    assertThat(regulator.coarseInstantMicros(86_400_000_000L + 1)).isEqualTo(86_400_000_000L);
  }

  @Test
  void givesEveryRuleItsBasis() {
    for (ViewName view : ViewName.values()) {
      assertThat(POLICY.view(view).rules())
          .allSatisfy(rule -> assertThat(rule.basis()).isNotBlank());
    }
  }

  @Test
  void judgesAlikeAfterItsJourney() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(POLICY);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PrivacyView arrived = ((Policy) in.readObject()).view(ViewName.OWNER);
      for (PlaceVerdict here : PlaceVerdict.values()) {
        assertThat(reasons(arrived, held(here))).isEqualTo(reasons(OWNER, held(here)));
      }
    }
  }

  private static void assertWithheldWhole(
      HolderKnowledge holder, ErasureState erasure, String reason) {
    for (ViewName view : ViewName.values()) {
      Verdict verdict =
          POLICY.view(view).judge(new Circumstances(holder, erasure, PlaceVerdict.INSIDE, 0));
      assertThat(verdict.readingReason()).isEqualTo(reason);
      assertThat(List.of(verdict.unlistedReason(), verdict.unpublishedReason()))
          .containsOnly(reason);
      assertThat(PrivacyClass.values())
          .allSatisfy(each -> assertThat(verdict.reason(each)).isEqualTo(reason));
    }
  }

  private static Circumstances held(PlaceVerdict here) {
    return new Circumstances(HolderKnowledge.HELD, ErasureState.KEPT, here, 0);
  }

  private static Map<PrivacyClass, String> reasons(PrivacyView view, Circumstances circumstances) {
    Map<PrivacyClass, String> reasons = new TreeMap<>();
    Verdict verdict = view.judge(circumstances);
    for (PrivacyClass each : PrivacyClass.values()) {
      if (verdict.reason(each) != null) {
        reasons.put(each, verdict.reason(each));
      }
    }
    return reasons;
  }
}
