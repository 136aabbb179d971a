package dev.glovebox.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Collects what one source sends, and puts the parts of one name together. */
final class FieldsBuilder {

  private static final Set<String> KEYS =
      new TreeSet<>(Set.of("name", "part", "scale", "offset", "prefix", "encoding"));
  private static final List<String> POSITION_PARTS = List.of("latitude", "longitude");
  private static final String POLYLINE = "polyline";

  private final String source;
  private final Faults faults;
  private final Map<String, List<Part>> partsByName = new LinkedHashMap<>();
  private final Set<String> lines = new TreeSet<>();
  private final LinkedHashMap<String, String> unpublished = new LinkedHashMap<>();

  FieldsBuilder(String source, Faults faults) {
    this.source = source;
    this.faults = faults;
  }

  /** Adds what the source calls a signal, and how it is converted. */
  void add(Signal signal, YamlMap sent) {
    sent.allowOnly(KEYS);
    Optional<String> name = sent.requiredText("name");
    checkConversion(signal, sent);
    checkEncoding(signal, sent, name);
    Part part =
        new Part(
            sent.text("part").orElse(""),
            signal,
            sent.number("scale").orElse(1),
            sent.number("offset").orElse(0),
            sent.text("prefix").orElse(""));
    name.ifPresent(known -> add(known, part, sent));
  }

  /** Adds the names that are not published, with the reasons. */
  void unpublished(YamlMap names) {
    unpublished.putAll(names.texts());
  }

  /** The fields; whatever does not fit together becomes a fault. */
  Fields build() {
    List<Field> fields = new ArrayList<>();
    partsByName.forEach(
        (name, parts) -> {
          PrivacyClass privacyClass = parts.get(0).signal().privacyClass();
          fields.add(new Field(fields.size(), name, shape(name, parts), privacyClass, parts));
        });
    unpublished.keySet().stream()
        .filter(partsByName::containsKey)
        .forEach(name -> fault(name, "it is both published and listed as not published"));
    return new Fields(source, fields, unpublished);
  }

  private void add(String name, Part part, YamlMap sent) {
    List<Part> parts = partsByName.computeIfAbsent(name, key -> new ArrayList<>());
    if (parts.stream().anyMatch(other -> other.name().equals(part.name()))) {
      sent.fault("another column already takes " + (name + " " + part.name()).strip());
    }
    parts.add(part);
  }

  private static void checkConversion(Signal signal, YamlMap sent) {
    boolean scalable = signal.type().isNumber() || signal.type() == SignalType.TIMESTAMP;
    if (sent.has("scale") && !scalable) {
      sent.fault("scale is for numbers and timestamps");
    }
    if (sent.number("scale").orElse(1) == 0) {
      sent.fault("scale must not be 0");
    }
    if (sent.has("offset") && !signal.type().isNumber()) {
      sent.fault("offset is for numbers");
    }
    if (sent.has("prefix") && signal.values().isEmpty()) {
      sent.fault("prefix is for a signal with values");
    }
  }

  private void checkEncoding(Signal signal, YamlMap sent, Optional<String> name) {
    if (!sent.has("encoding")) {
      return;
    }
    if (!sent.text("encoding").orElse("").equals(POLYLINE)) {
      sent.fault("encoding must be " + POLYLINE);
    }
    if (signal.type() != SignalType.STRING || sent.has("part")) {
      sent.fault("encoding is for a whole value of type string");
    }
    name.ifPresent(lines::add);
  }

  private Field.Shape shape(String name, List<Part> parts) {
    if (parts.stream().map(part -> part.signal().privacyClass()).distinct().count() > 1) {
      fault(name, "its parts have different privacy classes; give all of them the strictest");
    }
    List<String> names = parts.stream().map(Part::name).toList();
    if (names.equals(List.of(""))) {
      return lines.contains(name) ? Field.Shape.LINE : Field.Shape.SCALAR;
    }
    if (names.contains("")) {
      fault(name, "it is taken both whole and in parts");
    }
    return names.stream().anyMatch(POSITION_PARTS::contains)
        ? position(name, parts)
        : booleans(name, parts);
  }

  private Field.Shape position(String name, List<Part> parts) {
    if (!parts.stream().map(Part::name).toList().equals(POSITION_PARTS)) {
      fault(name, "a position needs the parts latitude and longitude, in this order");
    }
    if (!parts.stream().allMatch(FieldsBuilder::isDegrees)) {
      fault(name, "a position is two doubles without scale and offset");
    }
    return Field.Shape.POSITION;
  }

  private Field.Shape booleans(String name, List<Part> parts) {
    if (!parts.stream().allMatch(part -> part.signal().type() == SignalType.BOOLEAN)) {
      fault(name, "its parts must be of type boolean");
    }
    return Field.Shape.PARTS;
  }

  private static boolean isDegrees(Part part) {
    return part.signal().type() == SignalType.DOUBLE && part.scale() == 1 && part.offset() == 0;
  }

  private void fault(String name, String what) {
    faults.add(source + " " + name, what);
  }
}
