package dev.glovebox.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the file of the catalogue as a whole; used once. */
final class CatalogueParser {

  private static final String NOT_PUBLISHED = "not-published";
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Faults faults = new Faults();
  private final List<Signal> signals = new ArrayList<>();
  private final Set<String> columns = new HashSet<>();
  private final Map<String, FieldsBuilder> builders = new LinkedHashMap<>();

  Catalogue parse(String yaml, String digest) {
    YamlMap.of(tree(yaml), "the file", faults).ifPresent(this::read);
    Map<String, Fields> fields = new LinkedHashMap<>();
    builders.forEach((source, builder) -> fields.put(source, builder.build()));
    faults.throwIfAny();
    return new Catalogue(signals, fields, digest);
  }

  private static JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      String problem = e.getOriginalMessage().replaceAll("\\s+", " ");
      throw new CatalogueException(List.of("the file: no valid YAML: " + problem));
    }
  }

  private void read(YamlMap file) {
    file.allowOnly(Set.of("version", "signals", NOT_PUBLISHED));
    JsonNode version = file.node("version");
    if (version == null || !version.isInt() || version.intValue() != 1) {
      file.fault("version must be 1, the only one that this program reads");
    }
    List<JsonNode> items = file.items("signals");
    if (items.isEmpty()) {
      file.fault("signals must be a list with at least one signal");
    }
    for (int i = 0; i < items.size(); i++) {
      readSignal(items.get(i), i + 1);
    }
    file.maps(NOT_PUBLISHED).forEach((source, names) -> builder(source, names).unpublished(names));
  }

  private void readSignal(JsonNode item, int number) {
    String column = item.path("column").asText("");
    String where = column.isEmpty() ? "signal " + number : column;
    YamlMap.of(item, where, faults).ifPresent(this::readSignal);
  }

  private void readSignal(YamlMap node) {
    Signal signal = SignalParser.parse(node, signals.size());
    if (!columns.add(signal.column()) && !signal.column().isEmpty()) {
      node.fault("the column is defined twice");
    }
    signals.add(signal);
    Map<String, YamlMap> sources = node.maps("sources");
    if (sources.isEmpty()) {
      node.fault("sources must name at least one source");
    }
    sources.forEach((source, sent) -> builder(source, sent).add(signal, sent));
  }

  private FieldsBuilder builder(String source, YamlMap at) {
    if (!source.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      at.fault("the name of a source must be kebab-case");
    }
    return builders.computeIfAbsent(source, name -> new FieldsBuilder(name, faults));
  }
}
