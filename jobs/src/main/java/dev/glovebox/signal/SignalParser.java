package dev.glovebox.signal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads one signal of the file. What is wrong becomes a fault, and a stand-in is returned. */
final class SignalParser {

  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "column",
              "type",
              "unit",
              "range",
              "values",
              "class",
              "vss",
              "description",
              "sources"));
  private static final Set<String> LANGUAGES = new TreeSet<>(Set.of("en", "zh-Hans"));
  private static final Set<String> RESERVED_COLUMNS =
      Set.of(
          "owner_id",
          "vin",
          "captured_at",
          "batch_date",
          "withheld",
          "event_month",
          "owner_partition");

  private SignalParser() {}

  static Signal parse(YamlMap node, int ordinal) {
    node.allowOnly(KEYS);
    SignalType type = type(node);
    return new Signal(
        ordinal,
        column(node),
        type,
        node.text("unit"),
        range(node, type),
        values(node, type),
        privacyClass(node),
        vss(node),
        descriptions(node));
  }

  private static String column(YamlMap node) {
    String column = node.requiredText("column").orElse("");
    if (!column.isEmpty() && !column.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      node.fault("the column must be snake_case: small letters, digits and single underscores");
    }
    if (RESERVED_COLUMNS.contains(column)) {
      node.fault("the column has the name of one that every table has; choose another");
    }
    return column;
  }

  private static SignalType type(YamlMap node) {
    Optional<String> code = node.requiredText("type");
    Optional<SignalType> type = code.flatMap(SignalType::of);
    if (code.isPresent() && type.isEmpty()) {
      node.fault(
          "unknown type "
              + code.get()
              + "; known are double, long, boolean, string, timestamp, time");
    }
    return type.orElse(SignalType.STRING);
  }

  private static PrivacyClass privacyClass(YamlMap node) {
    Optional<String> code = node.requiredText("class");
    Optional<PrivacyClass> privacyClass = code.flatMap(PrivacyClass::of);
    if (code.isPresent() && privacyClass.isEmpty()) {
      node.fault("unknown class " + code.get() + "; known are the privacy classes of the policy");
    }
    return privacyClass.orElse(PrivacyClass.CAMERA);
  }

  private static Optional<Range> range(YamlMap node, SignalType type) {
    if (!node.has("range")) {
      return Optional.empty();
    }
    if (!type.isNumber()) {
      node.fault("a range is for the types double and long");
    }
    List<Double> ends = node.numbers("range");
    if (ends.size() != 2 || ends.get(0) > ends.get(1)) {
      node.fault("range must be [min, max] with min not above max");
      return Optional.empty();
    }
    return Optional.of(new Range(ends.get(0), ends.get(1)));
  }

  private static List<String> values(YamlMap node, SignalType type) {
    List<String> values = node.texts("values");
    if (node.has("values") && type != SignalType.STRING) {
      node.fault("values are for the type string");
    }
    if (node.has("values") && values.isEmpty()) {
      node.fault("values must name at least one value");
    }
    if (new HashSet<>(values).size() != values.size()) {
      node.fault("values names one value twice");
    }
    return values;
  }

  private static Optional<String> vss(YamlMap node) {
    Optional<String> path = node.text("vss");
    if (path.isPresent() && !path.get().matches("Vehicle(\\.[A-Z][A-Za-z0-9]*)+")) {
      node.fault("vss must be a path such as Vehicle.Speed");
    }
    return path;
  }

  private static Map<String, String> descriptions(YamlMap node) {
    if (!node.has("description")) {
      node.fault("description is missing; give one in each of " + String.join(", ", LANGUAGES));
    }
    Optional<YamlMap> languages = node.map("description");
    languages.ifPresent(given -> LANGUAGES.forEach(given::requiredText));
    return languages.map(given -> given.allowOnly(LANGUAGES).texts()).orElse(Map.of());
  }
}
