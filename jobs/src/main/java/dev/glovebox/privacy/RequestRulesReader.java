package dev.glovebox.privacy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads the part {@code requests} of a policy. */
final class RequestRulesReader {

  private static final String REQUESTS = "requests";
  private static final String EXPORT = "export";
  private static final String INCIDENT = "incident";
  private static final String ERASE = "erase";
  private static final String WORKING_DAYS = "working-days";
  private static final String BASIS = "basis";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final Set<String> KINDS = Set.of(EXPORT, INCIDENT, ERASE);
  private static final Set<String> DEADLINE_KEYS = Set.of(WORKING_DAYS, BASIS);
  private static final Set<String> INCIDENT_KEYS = Set.of(WORKING_DAYS, BASIS, BEFORE, AFTER);

  /** Nobody who asks should wait longer than a year, and nobody can answer at once. */
  private static final int LEAST_DAYS = 1;

  private static final int MOST_DAYS = 250;
  private static final Duration LONGEST_SIDE = Duration.ofDays(1);

  private static final RequestRules.Deadline DEFAULT_EXPORT =
      new RequestRules.Deadline(15, "promptly");
  private static final RequestRules.Incident DEFAULT_INCIDENT =
      new RequestRules.Incident(DEFAULT_EXPORT, Duration.ofMinutes(30), Duration.ofMinutes(5));
  private static final RequestRules.Deadline DEFAULT_ERASE =
      new RequestRules.Deadline(10, "within ten working days");

  private RequestRulesReader() {}

  /** What the policy says of requests, with every key that it leaves out at its default. */
  static RequestRules read(PolicyNode policy) {
    Optional<PolicyNode> requests =
        policy.has(REQUESTS) ? policy.mapping(REQUESTS, KINDS) : Optional.empty();
    return new RequestRules(
        requests.flatMap(node -> deadline(node, EXPORT)).orElse(DEFAULT_EXPORT),
        requests.flatMap(RequestRulesReader::incident).orElse(DEFAULT_INCIDENT),
        requests.flatMap(node -> deadline(node, ERASE)).orElse(DEFAULT_ERASE));
  }

  private static Optional<RequestRules.Deadline> deadline(PolicyNode requests, String kind) {
    return requests.has(kind)
        ? requests.mapping(kind, DEADLINE_KEYS).map(RequestRulesReader::deadline)
        : Optional.empty();
  }

  private static Optional<RequestRules.Incident> incident(PolicyNode requests) {
    return requests.has(INCIDENT)
        ? requests
            .mapping(INCIDENT, INCIDENT_KEYS)
            .map(
                node ->
                    new RequestRules.Incident(
                        deadline(node),
                        side(node, BEFORE, DEFAULT_INCIDENT.before()),
                        side(node, AFTER, DEFAULT_INCIDENT.after())))
        : Optional.empty();
  }

  private static RequestRules.Deadline deadline(PolicyNode node) {
    return new RequestRules.Deadline(
        node.wholeNumber(WORKING_DAYS, LEAST_DAYS, MOST_DAYS).orElse(MOST_DAYS),
        node.text(BASIS).orElse(""));
  }

  private static Duration side(PolicyNode node, String key, Duration otherwise) {
    return node.has(key)
        ? node.duration(key, Duration.ZERO, LONGEST_SIDE).orElse(otherwise)
        : otherwise;
  }
}
