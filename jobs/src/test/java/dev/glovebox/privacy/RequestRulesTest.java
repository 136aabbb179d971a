package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

  @Test
  void hasDefaultsWhereThePolicyIsSilent() {
    RequestRules rules = Policy.parse(Policies.withOwnerRules()).requests();

    assertThat(rules.export()).isEqualTo(new RequestRules.Deadline(15, "promptly"));
    assertThat(rules.incident())
        .isEqualTo(
            new RequestRules.Incident(
                new RequestRules.Deadline(15, "promptly"),
                Duration.ofMinutes(30),
                Duration.ofMinutes(5)));
    assertThat(rules.erase()).isEqualTo(new RequestRules.Deadline(10, "within ten working days"));
    assertThat(rules("{}")).isEqualTo(rules);
  }

  @Test
  void keepsTheDaysOfTheLawByThePackagedPolicy() {
    RequestRules rules = Policy.packaged().requests();

    assertThat(rules.export().workingDays()).isEqualTo(15);
    assertThat(rules.erase().workingDays()).isEqualTo(10);
    assertThat(rules.erase().basis()).contains("Art. 9");
    assertThat(rules.incident().before()).isEqualTo(Duration.ofMinutes(30));
    assertThat(rules.incident().after()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void readsEveryKey() {
    assertThat(
            rules(
                "{export: {working-days: 1, basis: a}, erase: {working-days: 250, basis: c},"
                    + " incident: {working-days: 3, basis: b, before: PT24H, after: PT0S}}"))
        .isEqualTo(
            new RequestRules(
                new RequestRules.Deadline(1, "a"),
                new RequestRules.Incident(
                    new RequestRules.Deadline(3, "b"), Duration.ofDays(1), Duration.ZERO),
                new RequestRules.Deadline(250, "c")));
    assertThat(rules("{incident: {working-days: 3, basis: b}}").incident())
        .isEqualTo(
            new RequestRules.Incident(
                new RequestRules.Deadline(3, "b"), Duration.ofMinutes(30), Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "251", "1.5", "P3D", "null"})
  void refusesDaysOutOfRange(String days) {
    assertThatThrownBy(() -> rules("{erase: {working-days: " + days + ", basis: b}}"))
        .isInstanceOf(PolicyException.class)
        .hasMessageEndingWith(
            "\n- requests.erase.working-days: has to be a whole number from 1 to 250.");
  }

  @Test
  void tellsEveryFaultAtOnce() {
    assertThatThrownBy(
            () ->
                rules(
                    "{colour: 1, export: {basis: ' ', before: PT1M}, erase: 7, incident:"
                        + " {working-days: 1, before: PT25H, after: soon}}"))
        .isInstanceOfSatisfying(
            PolicyException.class,
            e ->
                assertThat(e.faults())
                    .containsExactlyInAnyOrder(
                        "requests.colour: is not a key here. Known are erase, export, incident.",
                        "requests.export.before: is not a key here. Known are basis, working-days.",
                        "requests.export.working-days: is missing.",
                        "requests.export.basis: has to be text that is not empty.",
                        "requests.erase: has to be a mapping of keys to values.",
                        "requests.incident.basis: is missing.",
                        "requests.incident.before: has to be a duration such as PT10M, from PT0S"
                            + " to PT24H.",
                        "requests.incident.after: has to be a duration such as PT10M, from PT0S to"
                            + " PT24H."));
  }

  private static RequestRules rules(String yaml) {
    return Policy.parse(Policies.withOwnerRules() + "requests: " + yaml + "\n").requests();
  }
}
