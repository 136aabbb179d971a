package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFaultsTest {

  private static final String AT = "views.owner.rules[5]";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          holder: none | coarsen | .action | coarsen does not fit here. Possible: withhold-reading.
          holder: held | withhold-reading | .applies-to.holder | has to be one of ambiguous, none.
          holder: 5 | withhold-reading | .applies-to.holder | has to be one of ambiguous, none.
          holder: none, classes: [route] | withhold-reading | .applies-to.classes | \
          has no meaning here: the rule is not about classes.
          erased: true | withhold-values | .action | \
          withhold-values does not fit here. Possible: withhold-reading.
          erased: false | withhold-reading | .applies-to.erased | has to be true.
          erased: 'yes' | withhold-reading | .applies-to.erased | has to be true.
          erased: true, classes: [route] | withhold-reading | .applies-to.classes | \
          has no meaning here: the rule is not about classes.
          listing: listed | withhold-values | .applies-to.listing | \
          has to be one of not-published, unlisted.
          listing: unlisted | withhold-reading | .action | \
          withhold-reading does not fit here. Possible: withhold-values.
          listing: unlisted, classes: [route] | withhold-values | .applies-to.classes | \
          has no meaning here: the rule is not about classes.
          places: secret, classes: [route] | withhold-values | .applies-to.places | \
          has to be one of sensitive, unknown.
          places: sensitive, classes: [route] | coarsen | .action | \
          coarsen does not fit here. Possible: withhold-reading, withhold-values.
          places: sensitive | withhold-values | .applies-to.classes | is missing.
          places: sensitive, classes: [route] | withhold-reading | .applies-to.classes | \
          has no meaning here: the rule is not about classes.
          places: sensitive, classes: [] | withhold-values | .applies-to.classes | \
          has to name at least one privacy class.
          places: sensitive, classes: [7] | withhold-values | .applies-to.classes | \
          every item has to be a name.
          times: {from: 2026-01-01T00:00:00Z} | withhold-values | .applies-to.classes | is missing.
          times: {} | withhold-reading | .applies-to.times | \
          needs from, or to, or a from that is earlier than its to.
          times: {from: 2026-01-01T00:00:00Z, to: 2026-01-01T08:00:00+08:00} | \
          withhold-reading | .applies-to.times | \
          needs from, or to, or a from that is earlier than its to.
          times: {from: 2026-01-01T00:00:00} | withhold-reading | .applies-to.times.from | \
          has to be an instant with its offset, such as '2026-01-01T00:00:00+08:00'.
          times: {to: never} | withhold-reading | .applies-to.times.to | \
          has to be an instant with its offset, such as '2026-01-01T00:00:00+08:00'.
          times: {at: never} | withhold-reading | .applies-to.times.at | \
          is not a key here. Known are from, to.
          times: always | withhold-reading | .applies-to.times | \
          has to be a mapping of keys to values.
          times: {from: 2026-01-01T00:00:00Z} | coarsen | .action | \
          coarsen does not fit here. Possible: withhold-reading, withhold-values.
          times: all | withhold-reading | .action | \
          withhold-reading does not fit here. Possible: coarsen.
          times: all | coarsen | .time-step | is missing.
          times: all, classes: [route] | coarsen | .applies-to.classes | \
          has no meaning here: the rule is not about classes.
          classes: [route] | withhold-reading | .action | \
          withhold-reading does not fit here. Possible: coarsen, withhold-values.
          classes: [route] | coarsen | .action | coarsen needs one of grid-meters, step.
          classes: [roof] | withhold-values | .applies-to.classes | \
          'roof' is not a privacy class. Known are access, body, camera, charging, diagnostic, \
          driving, energy, location, media, occupant, route, safety.
          holder: none, erased: true | withhold-reading | .applies-to | \
          has erased, holder. Write a rule for each.
          person: x | withhold-reading | .applies-to.person | \
          is not a key here. Known are classes, erased, holder, listing, places, times.
          classes: [route] | drop | .action | \
          is not known. Known are coarsen, withhold-reading, withhold-values.
          """)
  void refusesRulesThatDoNotFit(String appliesTo, String action, String where, String problem) {
    String rule =
        "{reason: some-reason, basis: b, applies-to: {" + appliesTo + "}, action: " + action + "}";
    assertThat(faults(rule)).contains(AT + where + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          basis: b, action: withhold-reading, applies-to: {holder: none} | reason | is missing.
          reason: no-tenure, action: withhold-reading, applies-to: {holder: none} | basis | \
          is missing.
          reason: no-tenure, basis: b, applies-to: {holder: none} | action | is missing.
          reason: no-tenure, basis: b, action: withhold-reading | applies-to | is missing.
          reason: no-tenure, basis: b, action: withhold-reading, applies-to: all | applies-to | \
          has to be a mapping of keys to values.
          reason: no-tenure, basis: ' ', action: withhold-reading, applies-to: {holder: none} | \
          basis | has to be text that is not empty.
          reason: 7, basis: b, action: withhold-reading, applies-to: {holder: none} | \
          reason | has to be text that is not empty.
          reason: x, basis: b, action: withhold-values, applies-to: {} | applies-to.classes | \
          is missing.
          """)
  void refusesRulesThatLackAPart(String rule, String where, String problem) {
    assertThat(faults("{" + rule + "}")).contains(AT + "." + where + ": " + problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Other", "other_person", "-other", "other-", "other--person", "1st", "o p"})
  void refusesReasonsThatAreNotKebabCase(String reason) {
    assertThat(faults(classRule(reason)))
        .containsExactly(AT + ".reason: has to be in kebab-case, such as 'other-person'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-tenure",
        "ambiguous-tenure",
        "erased",
        "sensitive-place",
        "place-unknown",
        "unlisted-signal",
        "not-published"
      })
  void refusesFixedReasonsForAnythingElse(String reason) {
    assertThat(faults(classRule(reason)))
        .containsExactly(
            AT + ".reason: '" + reason + "' has another, fixed meaning. Choose a different code.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          holder: none | withhold-reading | no-tenure
          holder: ambiguous | withhold-reading | ambiguous-tenure
          erased: true | withhold-reading | erased
          listing: unlisted | withhold-values | unlisted-signal
          listing: not-published | withhold-values | not-published
          places: sensitive | withhold-reading | sensitive-place
          places: unknown | withhold-reading | place-unknown
          """)
  void refusesOtherReasonsWhereTheyAreFixed(String appliesTo, String action, String reason) {
    String rule =
        "{reason: mine, basis: b, applies-to: {" + appliesTo + "}, action: " + action + "}";
    assertThat(faults(rule))
        .containsExactly(AT + ".reason: has to be '" + reason + "', which is fixed for this rule.");
    assertThat(faults(rule.replace("mine", reason))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "step: 0, step, from 0.000001 to 1000000",
    "step: 1000001, step, from 0.000001 to 1000000",
    "step: fine, step, from 0.000001 to 1000000",
    "grid-meters: 9.9, grid-meters, from 10 to 1000000",
    "grid-meters: 1000001, grid-meters, from 10 to 1000000",
  })
  void refusesStepsOutOfRange(String step, String key, String range) {
    assertThat(
            faults(
                "{reason: coarse, basis: b, applies-to: {classes: [energy]}, action: coarsen, "
                    + step
                    + "}"))
        .containsExactly(AT + "." + key + ": has to be a number " + range + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.5S", "P367D", "minute", "5", "[]"})
  void refusesStepsOfTimeOutOfRange(String step) {
    assertThat(
            faults(
                "{reason: coarse, basis: b, applies-to: {times: all}, action: coarsen, time-step: "
                    + step
                    + "}"))
        .containsExactly(
            AT + ".time-step: has to be a duration such as PT10M, from PT1S to PT8784H.");
  }

  @ParameterizedTest
  @CsvSource({
    "'classes: [energy]', withhold-values, step",
    "'classes: [energy]', withhold-values, grid-meters",
    "'classes: [energy]', withhold-values, time-step",
    "'times: all', coarsen, step",
  })
  void refusesStepsThatNobodyUses(String appliesTo, String action, String key) {
    String rule =
        "{reason: mine, basis: b, applies-to: {%s}, action: %s, %s: 5}"
            .formatted(appliesTo, action, key);
    assertThat(faults(rule)).contains(AT + "." + key + ": has no meaning here. Leave it out.");
  }

  @Test
  void refusesATimeStepOfClasses() {
    assertThat(
            faults(
                "{reason: mine, basis: b, applies-to: {classes: [energy]}, action: coarsen,"
                    + " step: 5, time-step: PT1M}"))
        .containsExactly(AT + ".time-step: has no meaning here. Leave it out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no-tenure", "ambiguous-tenure", "erased", "sensitive-place", "place-unknown"})
  void refusesViewsWithoutAMandatoryRule(String reason) {
    List<String> rules = Policies.mandatory();
    rules.removeIf(rule -> rule.startsWith("{reason: " + reason));
    rules.add(classRule("mine"));
    for (ViewName view : ViewName.values()) {
      assertThat(faultsOf(Policies.withRules(view, rules))).containsExactly(missing(view, reason));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sensitive-place", "place-unknown"})
  void refusesMandatoryRulesThatCoverTooLittle(String reason) {
    List<String> rules = Policies.mandatory();
    rules.replaceAll(
        rule -> rule.contains(reason) ? rule.replace("[location, route]", "[route]") : rule);
    assertThat(faultsOf(Policies.withRules(ViewName.OWNER, rules)))
        .containsExactly(
            "views.owner.rules: the mandatory rule '"
                + reason
                + "' does not cover location. Add to its classes.");
    rules.replaceAll(rule -> rule.contains(reason) ? rule.replace("[route]", "[media]") : rule);
    assertThat(faultsOf(Policies.withRules(ViewName.OWNER, rules)))
        .containsExactly(missing(ViewName.OWNER, reason));
  }

  @Test
  void acceptsAMandatoryRuleInTwoParts() {
    List<String> rules = Policies.mandatory();
    String whole = rules.remove(rules.size() - 1);
    rules.add(whole.replace("[location, route]", "[route]"));
    rules.add(whole.replace("[location, route]", "[location, media]"));
    assertThat(faultsOf(Policies.withRules(ViewName.OWNER, rules))).isEmpty();
  }

  private static String missing(ViewName view, String reason) {
    return "views."
        + view.code()
        + ".rules: the mandatory rule '"
        + reason
        + "' is missing. Add it.";
  }

  private static String classRule(String reason) {
    return "{reason: "
        + reason
        + ", basis: b, applies-to: {classes: [media]}, action: withhold-values}";
  }

  /** The faults of a policy that is whole but for one further rule of the owner's view. */
  private static List<String> faults(String rule) {
    return faultsOf(Policies.withOwnerRules(rule));
  }

  private static List<String> faultsOf(String yaml) {
    try {
      Policy.parse(yaml);
      return List.of();
    } catch (PolicyException e) {
      return e.faults();
    }
  }
}
