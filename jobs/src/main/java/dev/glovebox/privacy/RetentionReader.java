package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the part {@code retention} of a policy. */
final class RetentionReader {

  private static final String RETENTION = "retention";
  private static final String QUARANTINE = "quarantine";
  private static final String CLASSES = "classes";
  private static final String DAYS = "days";
  private static final String BASIS = "basis";
  private static final Set<String> KEYS = Set.of(QUARANTINE, CLASSES);
  private static final Set<String> QUARANTINE_KEYS = Set.of(DAYS, BASIS);
  private static final Set<String> RULE_KEYS = Set.of(CLASSES, DAYS, BASIS);

  /** A day at least, so that a slip of the pen does not empty the tables; a century at most. */
  private static final int LEAST_DAYS = 1;

  private static final int MOST_DAYS = 36_525;

  private static final Retention.Quarantine DEFAULT_QUARANTINE =
      new Retention.Quarantine(90, "no longer than mending a feed takes");

  private final Set<PrivacyClass> ruled = EnumSet.noneOf(PrivacyClass.class);

  private RetentionReader() {}

  /** What the policy says of retention, with every key that it leaves out at its default. */
  static Retention read(PolicyNode policy) {
    Optional<PolicyNode> retention =
        policy.has(RETENTION) ? policy.mapping(RETENTION, KEYS) : Optional.empty();
    return retention
        .map(new RetentionReader()::retention)
        .orElse(new Retention(List.of(), DEFAULT_QUARANTINE));
  }

  private Retention retention(PolicyNode retention) {
    List<RetentionRule> rules = new ArrayList<>();
    if (retention.has(CLASSES)) {
      retention.mappings(CLASSES, RULE_KEYS).forEach(rule -> rules.add(rule(rule)));
    }
    return new Retention(rules, quarantine(retention));
  }

  private RetentionRule rule(PolicyNode rule) {
    Set<PrivacyClass> classes = PolicyReader.classes(rule, CLASSES);
    if (rule.has(CLASSES) && classes.isEmpty()) {
      rule.fault(CLASSES, "has to name a privacy class.");
    }
    for (PrivacyClass each : classes) {
      if (!ruled.add(each)) {
        rule.fault(CLASSES, "'" + each.code() + "' has a retention rule already. Keep one.");
      }
    }
    return new RetentionRule(classes, days(rule), basis(rule));
  }

  private static Retention.Quarantine quarantine(PolicyNode retention) {
    Optional<PolicyNode> quarantine =
        retention.has(QUARANTINE)
            ? retention.mapping(QUARANTINE, QUARANTINE_KEYS)
            : Optional.empty();
    return quarantine
        .map(node -> new Retention.Quarantine(days(node), basis(node)))
        .orElse(DEFAULT_QUARANTINE);
  }

  private static int days(PolicyNode node) {
    return node.wholeNumber(DAYS, LEAST_DAYS, MOST_DAYS).orElse(MOST_DAYS);
  }

  private static String basis(PolicyNode node) {
    return node.text(BASIS).orElse("");
  }
}
