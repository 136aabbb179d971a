package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The one place that releases: what the view allows and no rule withholds. Everything else has a
 * reason, a value without a class always.
 */
final class ReleaseGate {

  private static final Comparator<Rule> BY_PRECEDENCE =
      Comparator.comparing(Rule::precedence).thenComparing(Rule::reason);

  private final Set<PrivacyClass> allowed;
  private final List<Rule> rules;

  ReleaseGate(Set<PrivacyClass> allowed, Collection<Rule> rules) {
    this.allowed = Set.copyOf(allowed);
    this.rules = List.copyOf(rules);
  }

  Verdict judge(Circumstances circumstances) {
    List<Rule> marking = rules.stream().filter(rule -> rule.marks(circumstances)).toList();
    PrivacyClass[] classes = PrivacyClass.values();
    return new Verdict(
        Stream.of(classes).map(each -> reason(marking, each)).toArray(String[]::new),
        Stream.of(classes).map(each -> coarsening(marking, each)).toArray(Coarsening[]::new),
        Stream.of(Listing.values()).map(each -> reason(marking, each)).toArray(String[]::new),
        reason(marking, rule -> rule.action() == Action.WITHHOLD_READING));
  }

  private String reason(List<Rule> marking, PrivacyClass privacyClass) {
    String reason =
        reason(marking, rule -> withholds(rule) && rule.classes().contains(privacyClass));
    return reason == null && !allowed.contains(privacyClass) ? ReasonCode.NOT_PUBLISHED : reason;
  }

  private static String reason(List<Rule> marking, Listing listing) {
    String reason = reason(marking, rule -> rule.listings().contains(listing));
    return reason == null ? ReasonCode.NOT_PUBLISHED : reason;
  }

  private static String reason(List<Rule> marking, Predicate<Rule> covers) {
    return marking.stream().filter(covers).min(BY_PRECEDENCE).map(Rule::reason).orElse(null);
  }

  private static boolean withholds(Rule rule) {
    return rule.action() != Action.COARSEN;
  }

  private static Coarsening coarsening(List<Rule> marking, PrivacyClass privacyClass) {
    return marking.stream()
        .filter(rule -> rule.classes().contains(privacyClass))
        .filter(CoarseningRule.class::isInstance)
        .map(rule -> ((CoarseningRule) rule).coarsening())
        .reduce(Coarsening.NONE, Coarsening::and);
  }
}
