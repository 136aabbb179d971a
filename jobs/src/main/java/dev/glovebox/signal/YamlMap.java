package dev.glovebox.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A mapping of the file, read strictly: whatever is not as it must be becomes a fault. */
final class YamlMap {

  private final JsonNode node;
  private final String where;
  private final Faults faults;

  private YamlMap(JsonNode node, String where, Faults faults) {
    this.node = node;
    this.where = where;
    this.faults = faults;
  }

  /** The mapping that the node is; empty, with a fault, when it is something else. */
  static Optional<YamlMap> of(JsonNode node, String where, Faults faults) {
    if (node == null || !node.isObject()) {
      faults.add(where, "a mapping is needed here");
      return Optional.empty();
    }
    return Optional.of(new YamlMap(node, where, faults));
  }

  String where() {
    return where;
  }

  void fault(String what) {
    faults.add(where, what);
  }

  /** Makes every other key a fault. */
  YamlMap allowOnly(Set<String> keys) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                fault("unknown key " + key + "; known are " + String.join(", ", keys));
              }
            });
    return this;
  }

  boolean has(String key) {
    return node.has(key);
  }

  JsonNode node(String key) {
    return node.get(key);
  }

  Optional<String> requiredText(String key) {
    if (!node.has(key)) {
      fault(key + " is missing");
    }
    return text(key);
  }

  Optional<String> text(String key) {
    return node.has(key) ? textOf(node.get(key), key) : Optional.empty();
  }

  OptionalDouble number(String key) {
    if (!node.has(key)) {
      return OptionalDouble.empty();
    }
    return numberOf(node.get(key), key);
  }

  /** The texts of a list; empty when there is none. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    items(key).forEach(item -> textOf(item, key).ifPresent(texts::add));
    return texts;
  }

  /** The numbers of a list; empty when there is none. */
  List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    items(key).forEach(item -> numberOf(item, key).ifPresent(numbers::add));
    return numbers;
  }

  /** The items of a list; empty when there is none. */
  List<JsonNode> items(String key) {
    List<JsonNode> items = new ArrayList<>();
    if (node.has(key) && !node.get(key).isArray()) {
      fault(key + " must be a list");
    } else if (node.has(key)) {
      node.get(key).forEach(items::add);
    }
    return items;
  }

  /** The mappings under a key, by their names, each with its place; empty when there is none. */
  Map<String, YamlMap> maps(String key) {
    Map<String, YamlMap> maps = new LinkedHashMap<>();
    map(key)
        .ifPresent(
            parent ->
                parent
                    .node
                    .properties()
                    .forEach(
                        entry ->
                            of(entry.getValue(), parent.where + "." + entry.getKey(), faults)
                                .ifPresent(child -> maps.put(entry.getKey(), child))));
    return maps;
  }

  /** The mapping under a key; empty when there is none. */
  Optional<YamlMap> map(String key) {
    return node.has(key) ? of(node.get(key), where + "." + key, faults) : Optional.empty();
  }

  /** The texts of this mapping by their keys. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    node.fieldNames()
        .forEachRemaining(
            key -> textOf(node.get(key), key).ifPresent(text -> texts.put(key, text)));
    return texts;
  }

  private Optional<String> textOf(JsonNode value, String key) {
    if (!value.isTextual() || value.textValue().isBlank()) {
      fault(key + " must be text, in quotes where it could be read as a number or a truth value");
      return Optional.empty();
    }
    return Optional.of(value.textValue());
  }

  private OptionalDouble numberOf(JsonNode value, String key) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      fault(key + " must be a finite number");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(value.doubleValue());
  }
}
