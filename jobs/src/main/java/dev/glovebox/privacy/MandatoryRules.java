package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules without which a view is refused: nobody sees what nobody holds, what was erased, or
 * where a sensitive place lies.
 */
final class MandatoryRules {

  private static final Set<PrivacyClass> EVERY = EnumSet.allOf(PrivacyClass.class);
  private static final Set<PrivacyClass> PLACING =
      EnumSet.of(PrivacyClass.LOCATION, PrivacyClass.ROUTE);

  private MandatoryRules() {}

  /** What is missing from these rules, a sentence each. */
  static List<String> missing(List<Rule> rules) {
    List<String> missing = new ArrayList<>();
    for (String reason : List.of(ReasonCode.NO_TENURE, ReasonCode.AMBIGUOUS_TENURE)) {
      check(rules, reason, EVERY, missing);
    }
    check(rules, ReasonCode.ERASED, EVERY, missing);
    check(rules, ReasonCode.SENSITIVE_PLACE, PLACING, missing);
    check(rules, ReasonCode.PLACE_UNKNOWN, PLACING, missing);
    return missing;
  }

  private static void check(
      List<Rule> rules, String reason, Set<PrivacyClass> classes, List<String> missing) {
    EnumSet<PrivacyClass> uncovered = EnumSet.copyOf(classes);
    covered(rules, reason).forEach(uncovered::remove);
    if (uncovered.containsAll(classes)) {
      missing.add("the mandatory rule '" + reason + "' is missing. Add it.");
    } else if (!uncovered.isEmpty()) {
      missing.add(
          "the mandatory rule '"
              + reason
              + "' does not cover "
              + Names.ofClasses(uncovered)
              + ". Add to its classes.");
    }
  }

  private static Stream<PrivacyClass> covered(List<Rule> rules, String reason) {
    return rules.stream()
        .filter(rule -> rule.reason().equals(reason))
        .flatMap(rule -> rule.classes().stream());
  }
}
