package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.signal.PrivacyClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final String PLAIN = Policies.withOwnerRules();

  @Test
  void hasDefaultsForWhatItLeavesOut() {
    Policy policy = Policy.parse(PLAIN);
    assertThat(policy.version()).isEqualTo("test");
    assertThat(policy.marginMeters()).isEqualTo(150);
    assertThat(policy.positionCarryMicros()).isEqualTo(600_000_000L);
    assertThat(policy.view(ViewName.OWNER).allowed())
        .containsExactlyInAnyOrder(PrivacyClass.LOCATION, PrivacyClass.DRIVING);
    assertThat(policy.view(ViewName.OWNER).rules()).hasSize(5);
  }

  @Test
  void readsEveryKey() {
    Policy policy = Policy.parse(PLAIN + "margin-meters: 0.5\nposition-carry: PT1M30S\n");
    assertThat(policy.marginMeters()).isEqualTo(0.5);
    assertThat(policy.positionCarryMicros()).isEqualTo(90_000_000L);
  }

  @ParameterizedTest
  @CsvSource({"0, PT0S, 0", "10000, PT24H, 86400000000"})
  void acceptsTheEndsOfRanges(double marginMeters, String carry, long carryMicros) {
    Policy policy =
        Policy.parse(
            PLAIN + "margin-meters: " + marginMeters + "\nposition-carry: " + carry + "\n");
    assertThat(policy.marginMeters()).isEqualTo(marginMeters);
    assertThat(policy.positionCarryMicros()).isEqualTo(carryMicros);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "'\"1.10\"', 1.10",
    "2026-11, 2026-11",
    "20261123000000000000, 20261123000000000000"
  })
  void takesVersionsAsWritten(String written, String version) {
    assertThat(Policy.parse(PLAIN.replace("version: test", "version: " + written)).version())
        .isEqualTo(version);
  }

  @Test
  void tellsTextsApartByTheirDigest() {
    assertThat(Policy.parse(PLAIN + "# more\n").digest())
        .isNotEqualTo(Policy.parse(PLAIN).digest())
        .matches("[0-9a-f]{64}");
  }

  @Test
  void digestsTheTextInUtf8() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void refusesToCutTheInstantsOfOwners() {
    String yaml =
        Policies.withOwnerRules(
            "{reason: minute, basis: b, applies-to: {times: all}, action: coarsen,"
                + " time-step: PT1M}");

    assertThatThrownBy(() -> Policy.parse(yaml))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("views.owner.rules: has a time-step");
  }

  @Test
  void cutsTheInstantsOfAnalysts() {
    assertThat(Policy.packaged().view(ViewName.ANALYST).rules())
        .hasAtLeastOneElementOfType(InstantRule.class);
  }

  @Test
  void readsEveryKindOfRule() {
    assertThat(
            Policy.parse(
                    Policies.withOwnerRules(
                        "{reason: unlisted-signal, basis: b, applies-to: {listing: unlisted},"
                            + " action: withhold-values}",
                        "{reason: not-published, basis: b, applies-to: {listing: not-published},"
                            + " action: withhold-values}",
                        "{reason: zone, basis: law, applies-to: {classes: [location, media]},"
                            + " action: withhold-values}",
                        "{reason: coarse, basis: b, applies-to: {classes: [location]},"
                            + " action: coarsen, step: 0.5, grid-meters: 250}",
                        "{reason: sensitive-place, basis: b, applies-to: {places: sensitive},"
                            + " action: withhold-reading}",
                        "{reason: recall, basis: b, action: withhold-values, applies-to: {classes:"
                            + " [media], times: {from: '1970-01-01T00:00:01Z', to:"
                            + " '1970-01-01T08:00:02+08:00'}}}",
                        "{reason: since, basis: b, action: withhold-reading, applies-to: {times:"
                            + " {from: '1970-01-01T00:00:01.000001Z'}}}",
                        "{reason: until, basis: b, action: withhold-reading, applies-to: {times:"
                            + " {to: '1970-01-01T00:00:01Z'}}}"))
                .view(ViewName.OWNER)
                .rules())
        .endsWith(
            new ListingRule("b", Listing.UNLISTED),
            new ListingRule("b", Listing.NOT_PUBLISHED),
            new ClassRule("zone", "law", Set.of(PrivacyClass.LOCATION, PrivacyClass.MEDIA)),
            new CoarseningRule(
                "coarse", "b", Set.of(PrivacyClass.LOCATION), new Coarsening(0.5, 250)),
            new PlaceRule("b", PlaceVerdict.INSIDE, Action.WITHHOLD_READING, Set.of()),
            new TimeRule(
                "recall",
                "b",
                1_000_000,
                2_000_000,
                Action.WITHHOLD_VALUES,
                Set.of(PrivacyClass.MEDIA)),
            new TimeRule(
                "since", "b", 1_000_001, Long.MAX_VALUE, Action.WITHHOLD_READING, Set.of()),
            new TimeRule(
                "until", "b", Long.MIN_VALUE, 1_000_000, Action.WITHHOLD_READING, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.000001", "1000000"})
  void acceptsTheEndsOfSteps(String step) {
    Policy policy =
        Policy.parse(
            Policies.withOwnerRules(
                "{reason: coarse, basis: b, applies-to: {classes: [energy]}, action: coarsen, step:"
                    + " "
                    + step
                    + "}"));
    assertThat(policy.view(ViewName.OWNER).rules())
        .endsWith(
            new CoarseningRule(
                "coarse",
                "b",
                Set.of(PrivacyClass.ENERGY),
                new Coarsening(Double.parseDouble(step), 0)));
  }

  @Test
  void tellsEveryFaultAtOnce() {
    String yaml =
        """
        version: 1.5
        colour: blue
        margin-meters: -1
        position-carry: soon
        views:
          owner: {allow: [engine, route, route], rules: 7}
          analyst: {rules: [], extra: 1}
        """;
    assertThatThrownBy(() -> Policy.parse(yaml))
        .isInstanceOfSatisfying(
            PolicyException.class,
            e ->
                assertThat(e.faults())
                    .contains(
                        "version: a version with a decimal point belongs in quotation marks.",
                        "colour: is not a key here. Known are margin-meters, position-carry,"
                            + " requests, retention, version, views.",
                        "margin-meters: has to be a number from 0 to 10000.",
                        "position-carry: has to be a duration such as PT10M, from PT0S to PT24H.",
                        "views.owner.allow: 'route' is there twice. Keep one.",
                        "views.owner.allow: 'engine' is not a privacy class. Known are access,"
                            + " body, camera, charging, diagnostic, driving, energy, location,"
                            + " media, occupant, route, safety.",
                        "views.owner.rules: has to be a list.",
                        "views.analyst.allow: is missing.",
                        "views.analyst.extra: is not a key here. Known are allow, rules.",
                        "views.analyst.rules: the mandatory rule 'no-tenure' is missing. Add it.",
                        "views.regulator: is missing."))
        .hasMessageStartingWith(
            "The policy cannot be used. Correct the file, or leave out the key policy to use the"
                + " packaged one.\n- ")
        .hasMessageContaining("\n- colour: is not a key here.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wide", "'150'", "true", "[150]", "10000.1", "-0.1", "null"})
  void refusesMarginsThatAreNoNumberInRange(String margin) {
    assertThatThrownBy(() -> Policy.parse(PLAIN + "margin-meters: " + margin + "\n"))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("\n- margin-meters: has to be a number from 0 to 10000.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT24H0.001S", "-PT1S", "10", "P1M"})
  void refusesCarriesThatAreNoDurationInRange(String carry) {
    assertThatThrownBy(() -> Policy.parse(PLAIN + "position-carry: " + carry + "\n"))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith(
            "\n- position-carry: has to be a duration such as PT10M, from PT0S to PT24H.");
  }

  @Test
  void listsFiftyFaultsAndCountsTheRest() {
    StringBuilder yaml = new StringBuilder(PLAIN);
    for (int i = 0; i < 60; i++) {
      yaml.append("key").append(i).append(": 1\n");
    }
    assertThatThrownBy(() -> Policy.parse(yaml.toString()))
        .isInstanceOfSatisfying(
            PolicyException.class,
            e -> assertThat(e.faults()).hasSize(51).last().isEqualTo("and 10 more"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"version: 1\nversion: 2", "version: [", "a: 1\n---\nb: 2", "a: .nan"})
  void refusesWhatIsNotOneYamlDocument(String yaml) {
    assertThatThrownBy(() -> Policy.parse(yaml))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("- policy: is not one YAML document without repeated keys, at line ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "- a", "text", "null"})
  void refusesWhatIsNoMapping(String yaml) {
    assertThatThrownBy(() -> Policy.parse(yaml))
        .isInstanceOfSatisfying(
            PolicyException.class,
            e ->
                assertThat(e.faults())
                    .isEqualTo(
                        List.of(
                            "policy: has to be a mapping with the keys margin-meters,"
                                + " position-carry, requests, retention, version, views.")));
  }
}
