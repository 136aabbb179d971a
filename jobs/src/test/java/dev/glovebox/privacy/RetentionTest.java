package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 5);

  @Test
  void keepsEveryClassWhereThePolicyIsSilent() {
    Retention retention = Policy.parse(Policies.withOwnerRules()).retention();

    assertThat(retention.rules()).isEmpty();
    assertThat(retention.keptFrom(DAY, ZoneId.of("UTC"))).isEmpty();
    assertThat(retention.quarantine().days()).isEqualTo(90);
    assertThat(retention.quarantine().basis()).isNotBlank();
  }

  @Test
  void keepsWhatHoldersHaveByThePackagedPolicy() {
    Retention retention = Policy.packaged().retention();

    assertThat(retention.rules()).isEmpty();
    assertThat(retention.quarantine())
        .isEqualTo(new Retention.Quarantine(90, "PIPL Art. 19: no longer than the purpose needs"));
  }

  @Test
  void readsEveryKey() {
    Retention retention =
        retention(
            "{quarantine: {days: 7, basis: q}, classes: [{classes: [location, route], days: 14,"
                + " basis: guide}, {classes: [media], days: 30, basis: m}]}");

    assertThat(retention)
        .isEqualTo(
            new Retention(
                List.of(
                    new RetentionRule(
                        Set.of(PrivacyClass.LOCATION, PrivacyClass.ROUTE), 14, "guide"),
                    new RetentionRule(Set.of(PrivacyClass.MEDIA), 30, "m")),
                new Retention.Quarantine(7, "q")));
  }

  @Test
  void hasDefaultsForTheParts() {
    assertThat(retention("{}").rules()).isEmpty();
    assertThat(retention("{}").quarantine().days()).isEqualTo(90);
    assertThat(retention("{quarantine: {days: 1, basis: b}}").rules()).isEmpty();
    assertThat(retention("{classes: [{classes: [media], days: 1, basis: b}]}").quarantine().days())
        .isEqualTo(90);
  }

  @Test
  void countsWholeDaysOfTheZone() {
    Retention retention =
        retention(
            "{classes: [{classes: [location, route], days: 14, basis: b}, {classes: [media],"
                + " days: 1, basis: b}]}");

    assertThat(retention.keptFrom(DAY, ZoneId.of("Asia/Shanghai")))
        .isEqualTo(
            Map.of(
                PrivacyClass.LOCATION, Instant.parse("2026-11-20T16:00:00Z"),
                PrivacyClass.ROUTE, Instant.parse("2026-11-20T16:00:00Z"),
                PrivacyClass.MEDIA, Instant.parse("2026-12-03T16:00:00Z")));
  }

  @Test
  void keepsRecordsFromABatchDateOn() {
    assertThat(new Retention.Quarantine(90, "b").keptFrom(DAY)).isEqualTo(LocalDate.of(2026, 9, 6));
  }

  @Test
  void canNotBeChangedFromOutside() {
    List<RetentionRule> rules = new java.util.ArrayList<>();
    Retention retention = new Retention(rules, new Retention.Quarantine(1, "b"));
    rules.add(new RetentionRule(Set.of(PrivacyClass.MEDIA), 1, "b"));

    assertThat(retention.rules()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "36525"})
  void acceptsTheEndsOfDays(int days) {
    Retention retention =
        retention("{classes: [{classes: [media], days: " + days + ", basis: b}]}");

    assertThat(retention.rules().get(0).days()).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "36526", "-1", "1.5", "'14'", "P14D", "null", "99999999999"})
  void refusesDaysThatAreNoWholeNumberInRange(String days) {
    String fault = "has to be a whole number from 1 to 36525.";
    assertThatThrownBy(
            () -> retention("{classes: [{classes: [media], days: " + days + ", basis: b}]}"))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("\n- retention.classes[0].days: " + fault);
    assertThatThrownBy(() -> retention("{quarantine: {days: " + days + ", basis: b}}"))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("\n- retention.quarantine.days: " + fault);
  }

  @Test
  void tellsEveryFaultAtOnce() {
    assertThatThrownBy(
            () ->
                retention(
                    "{colour: 1, quarantine: {days: 3, colour: 1}, classes: [{classes: [media],"
                        + " days: 1, basis: b}, {classes: [media, engine], days: 2, basis: ' '},"
                        + " {classes: [], colour: 1}, {days: 1, basis: b}]}"))
        .isInstanceOfSatisfying(
            PolicyException.class,
            e ->
                assertThat(e.faults())
                    .containsExactlyInAnyOrder(
                        "retention.colour: is not a key here. Known are classes, quarantine.",
                        "retention.quarantine.colour: is not a key here. Known are basis, days.",
                        "retention.quarantine.basis: is missing.",
                        "retention.classes[1].classes: 'media' has a retention rule already. Keep"
                            + " one.",
                        "retention.classes[1].classes: 'engine' is not a privacy class. Known are"
                            + " access, body, camera, charging, diagnostic, driving, energy,"
                            + " location, media, occupant, route, safety.",
                        "retention.classes[1].basis: has to be text that is not empty.",
                        "retention.classes[2].classes: has to name a privacy class.",
                        "retention.classes[2].colour: is not a key here. Known are basis, classes,"
                            + " days.",
                        "retention.classes[2].days: is missing.",
                        "retention.classes[2].basis: is missing.",
                        "retention.classes[3].classes: is missing."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[a]", "null"})
  void refusesWhatIsNoMapping(String text) {
    assertThatThrownBy(() -> retention(text))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("\n- retention: has to be a mapping of keys to values.");
    assertThatThrownBy(() -> retention("{quarantine: " + text + "}"))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith("\n- retention.quarantine: has to be a mapping of keys to values.");
  }

  @Test
  void keepsItsReasonCodeToItself() {
    assertThatThrownBy(
            () ->
                Policy.parse(
                    Policies.withOwnerRules(
                        "{reason: retention, basis: b, applies-to: {classes: [media]}, action:"
                            + " withhold-values}")))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("'retention' has another, fixed meaning");
  }

  private static Retention retention(String yaml) {
    return Policy.parse(Policies.withOwnerRules() + "retention: " + yaml + "\n").retention();
  }
}
