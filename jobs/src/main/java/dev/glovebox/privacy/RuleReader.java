package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one rule: the key of {@code applies-to} says of what kind it is. */
final class RuleReader {

  static final Set<String> KEYS =
      Set.of("reason", "basis", "applies-to", "action", "step", "grid-meters", "time-step");

  private static final Set<String> STEPS = Set.of("step", "grid-meters", "time-step");
  private static final Set<String> CLASS_STEPS = Set.of("step", "grid-meters");
  private static final Set<String> SUBJECTS =
      Set.of("holder", "erased", "listing", "places", "times");
  private static final Set<String> APPLIES_TO_KEYS =
      Set.of("holder", "erased", "listing", "places", "times", "classes");
  private static final Set<String> WITH_FIXED_REASON =
      Set.of("holder", "erased", "listing", "places");
  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final PolicyNode rule;
  private final PolicyNode subject;
  private final String reason;
  private final String basis;
  private final Action action;

  private RuleReader(
      PolicyNode rule, PolicyNode subject, String reason, String basis, Action action) {
    this.rule = rule;
    this.subject = subject;
    this.reason = reason;
    this.basis = basis;
    this.action = action;
  }

  /** The rule, or nothing if it has a fault. */
  static Optional<Rule> read(PolicyNode rule) {
    Optional<String> reason = reason(rule);
    Optional<String> basis = rule.text("basis");
    Optional<Action> action = action(rule);
    Optional<PolicyNode> subject = rule.mapping("applies-to", APPLIES_TO_KEYS);
    if (reason.isEmpty() || basis.isEmpty() || action.isEmpty() || subject.isEmpty()) {
      return Optional.empty();
    }
    return new RuleReader(rule, subject.get(), reason.get(), basis.get(), action.get()).rule();
  }

  private Optional<Rule> rule() {
    Set<String> kinds = subject.present(SUBJECTS);
    if (kinds.size() > 1) {
      rule.fault("applies-to", "has " + Names.listed(kinds) + ". Write a rule for each.");
      return Optional.empty();
    }
    refuseStrayKeys();
    String kind = kinds.isEmpty() ? "classes" : kinds.iterator().next();
    Optional<Rule> read = ruleAbout(kind);
    read.ifPresent(made -> checkReason(kind, made));
    return read;
  }

  private Optional<Rule> ruleAbout(String kind) {
    return switch (kind) {
      case "classes" -> classRule();
      case "holder" -> holderRule();
      case "erased" -> erasureRule();
      case "listing" -> listingRule();
      case "places" -> placeRule();
      default -> subject.says("times", "all") ? instantRule() : timeRule();
    };
  }

  private Optional<Rule> holderRule() {
    refuseClasses();
    requireAction(Action.WITHHOLD_READING);
    return choice(
            "holder", Map.of("none", HolderKnowledge.NONE, "ambiguous", HolderKnowledge.AMBIGUOUS))
        .map(holder -> new HolderRule(basis, holder));
  }

  private Optional<Rule> erasureRule() {
    refuseClasses();
    requireAction(Action.WITHHOLD_READING);
    if (!subject.affirms("erased")) {
      subject.fault("erased", "has to be true.");
      return Optional.empty();
    }
    return Optional.of(new ErasureRule(basis));
  }

  private Optional<Rule> listingRule() {
    refuseClasses();
    requireAction(Action.WITHHOLD_VALUES);
    return choice(
            "listing", Map.of("unlisted", Listing.UNLISTED, "not-published", Listing.NOT_PUBLISHED))
        .map(listing -> new ListingRule(basis, listing));
  }

  private Optional<Rule> placeRule() {
    Set<PrivacyClass> classes = withheldClasses();
    if (!requireAction(Action.WITHHOLD_READING, Action.WITHHOLD_VALUES)) {
      return Optional.empty();
    }
    return choice(
            "places", Map.of("sensitive", PlaceVerdict.INSIDE, "unknown", PlaceVerdict.UNKNOWN))
        .map(place -> new PlaceRule(basis, place, action, classes));
  }

  private Optional<Rule> timeRule() {
    Set<PrivacyClass> classes = withheldClasses();
    Optional<PolicyNode> times = subject.mapping("times", Set.of("from", "to"));
    if (!requireAction(Action.WITHHOLD_READING, Action.WITHHOLD_VALUES) || times.isEmpty()) {
      return Optional.empty();
    }
    long from = bound(times.get(), "from", Long.MIN_VALUE);
    long to = bound(times.get(), "to", Long.MAX_VALUE);
    if (from >= to || times.get().present(Set.of("from", "to")).isEmpty()) {
      subject.fault("times", "needs from, or to, or a from that is earlier than its to.");
      return Optional.empty();
    }
    return Optional.of(new TimeRule(reason, basis, from, to, action, classes));
  }

  private Optional<Rule> instantRule() {
    refuseClasses();
    requireAction(Action.COARSEN);
    return rule.duration("time-step", Duration.ofSeconds(1), Duration.ofDays(366))
        .map(step -> new InstantRule(reason, basis, step.toNanos() / 1_000));
  }

  private Optional<Rule> classRule() {
    Set<PrivacyClass> classes = classes();
    if (!requireAction(Action.WITHHOLD_VALUES, Action.COARSEN)) {
      return Optional.empty();
    }
    return action == Action.COARSEN
        ? coarsening().map(coarsening -> new CoarseningRule(reason, basis, classes, coarsening))
        : Optional.of(new ClassRule(reason, basis, classes));
  }

  private Optional<Coarsening> coarsening() {
    if (rule.present(CLASS_STEPS).isEmpty()) {
      rule.fault("action", "coarsen needs one of " + Names.listed(CLASS_STEPS) + ".");
      return Optional.empty();
    }
    return Optional.of(new Coarsening(size("step", 1e-6, 1e6), size("grid-meters", 10, 1_000_000)));
  }

  private double size(String key, double least, double most) {
    return rule.has(key) ? rule.number(key, least, most).orElse(most) : 0;
  }

  private static long bound(PolicyNode times, String key, long open) {
    return times.has(key) ? times.instantMicros(key).orElse(open) : open;
  }

  private Set<PrivacyClass> withheldClasses() {
    if (action == Action.WITHHOLD_READING) {
      refuseClasses();
      return Set.of();
    }
    return classes();
  }

  private Set<PrivacyClass> classes() {
    Set<PrivacyClass> classes = PolicyReader.classes(subject, "classes");
    if (classes.isEmpty() && subject.has("classes")) {
      subject.fault("classes", "has to name at least one privacy class.");
    }
    return classes;
  }

  private void refuseClasses() {
    if (subject.has("classes")) {
      subject.fault("classes", "has no meaning here: the rule is not about classes.");
    }
  }

  private <T> Optional<T> choice(String key, Map<String, T> choices) {
    Optional<T> chosen = subject.text(key).map(choices::get);
    if (chosen.isEmpty()) {
      subject.fault(key, "has to be one of " + Names.listed(choices.keySet()) + ".");
    }
    return chosen;
  }

  private boolean requireAction(Action... possible) {
    boolean fits = List.of(possible).contains(action);
    if (!fits) {
      List<String> codes = Stream.of(possible).map(Action::code).toList();
      rule.fault(
          "action", action.code() + " does not fit here. Possible: " + Names.listed(codes) + ".");
    }
    return fits;
  }

  /** A step that its rule does not use would be a precision that nobody gets. */
  private void refuseStrayKeys() {
    Set<String> used =
        action != Action.COARSEN
            ? Set.of()
            : subject.says("times", "all") ? Set.of("time-step") : CLASS_STEPS;
    for (String key : rule.present(STEPS)) {
      if (!used.contains(key)) {
        rule.fault(key, "has no meaning here. Leave it out.");
      }
    }
  }

  /** A code whose meaning is fixed must not stand for anything else. */
  private void checkReason(String kind, Rule made) {
    if (!made.reason().equals(reason)) {
      rule.fault("reason", "has to be '" + made.reason() + "', which is fixed for this rule.");
    } else if (!WITH_FIXED_REASON.contains(kind) && ReasonCode.FIXED.contains(reason)) {
      rule.fault("reason", "'" + reason + "' has another, fixed meaning. Choose a different code.");
    }
  }

  private static Optional<String> reason(PolicyNode rule) {
    Optional<String> reason = rule.text("reason");
    if (reason.isPresent() && !KEBAB_CASE.matcher(reason.get()).matches()) {
      rule.fault("reason", "has to be in kebab-case, such as 'other-person'.");
      return Optional.empty();
    }
    return reason;
  }

  private static Optional<Action> action(PolicyNode rule) {
    Optional<String> code = rule.text("action");
    Optional<Action> action = code.flatMap(Action::of);
    if (code.isPresent() && action.isEmpty()) {
      List<String> known = Stream.of(Action.values()).map(Action::code).toList();
      rule.fault("action", "is not known. Known are " + Names.listed(known) + ".");
    }
    return action;
  }
}
