package dev.glovebox.privacy;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.glovebox.signal.PrivacyClass;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the text of a policy, strictly: what is not known or not said is a fault. */
final class PolicyReader {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Set<String> TOP_KEYS =
      Set.of("version", "margin-meters", "position-carry", "retention", "requests", "views");
  private static final Set<String> VIEW_KEYS = Set.of("allow", "rules");

  private static final double DEFAULT_MARGIN_METERS = 150;
  private static final double MOST_MARGIN_METERS = 10_000;
  private static final Duration DEFAULT_CARRY = Duration.ofMinutes(10);
  private static final Duration LONGEST_CARRY = Duration.ofDays(1);

  private final Faults faults = new Faults();

  /** What the text says, with every key that it leaves out at its default. */
  record Contents(
      String version,
      double marginMeters,
      Duration positionCarry,
      Retention retention,
      RequestRules requests,
      Map<ViewName, PrivacyView> views) {}

  Contents read(String yaml) {
    Optional<Contents> contents = tree(yaml).map(this::contents);
    if (!faults.isEmpty()) {
      throw new PolicyException(faults.listed());
    }
    return contents.orElseThrow();
  }

  private Optional<PolicyNode> tree(String yaml) {
    try {
      JsonNode tree = YAML.readTree(yaml);
      if (tree.isObject()) {
        return Optional.of(new PolicyNode("", tree, faults, TOP_KEYS));
      }
      faults.add("policy", "has to be a mapping with the keys " + Names.listed(TOP_KEYS) + ".");
    } catch (JsonProcessingException e) {
      faults.add("policy", "is not one YAML document without repeated keys" + place(e) + ".");
    }
    return Optional.empty();
  }

  private static String place(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return at == null ? "" : ", at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private Contents contents(PolicyNode top) {
    return new Contents(
        top.version("version").orElse(""),
        marginMeters(top),
        positionCarry(top),
        RetentionReader.read(top),
        RequestRulesReader.read(top),
        top.mapping("views", codes()).map(this::views).orElse(Map.of()));
  }

  private static double marginMeters(PolicyNode top) {
    return top.has("margin-meters")
        ? top.number("margin-meters", 0, MOST_MARGIN_METERS).orElse(DEFAULT_MARGIN_METERS)
        : DEFAULT_MARGIN_METERS;
  }

  private static Duration positionCarry(PolicyNode top) {
    return top.has("position-carry")
        ? top.duration("position-carry", Duration.ZERO, LONGEST_CARRY).orElse(DEFAULT_CARRY)
        : DEFAULT_CARRY;
  }

  private Map<ViewName, PrivacyView> views(PolicyNode views) {
    Map<ViewName, PrivacyView> read = new EnumMap<>(ViewName.class);
    for (ViewName name : ViewName.values()) {
      views.mapping(name.code(), VIEW_KEYS).ifPresent(view -> read.put(name, view(name, view)));
    }
    return read;
  }

  private static PrivacyView view(ViewName name, PolicyNode view) {
    Set<PrivacyClass> allowed = classes(view, "allow");
    List<Rule> rules =
        view.mappings("rules", RuleReader.KEYS).stream()
            .map(RuleReader::read)
            .flatMap(Optional::stream)
            .toList();
    if (name == ViewName.OWNER && rules.stream().anyMatch(InstantRule.class::isInstance)) {
      view.fault("rules", "has a time-step, but owners get instants as they were captured.");
    }
    MandatoryRules.missing(rules).forEach(problem -> view.fault("rules", problem));
    return PrivacyView.of(allowed, rules);
  }

  /** The privacy classes in the list at a key. */
  static Set<PrivacyClass> classes(PolicyNode node, String key) {
    Set<PrivacyClass> classes = EnumSet.noneOf(PrivacyClass.class);
    for (String code : node.texts(key)) {
      PrivacyClass.of(code)
          .ifPresentOrElse(classes::add, () -> node.fault(key, unknownClass(code)));
    }
    return classes;
  }

  private static String unknownClass(String code) {
    String known = Names.ofClasses(EnumSet.allOf(PrivacyClass.class));
    return "'" + code + "' is not a privacy class. Known are " + known + ".";
  }

  private static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (ViewName name : ViewName.values()) {
      codes.add(name.code());
    }
    return codes;
  }
}
