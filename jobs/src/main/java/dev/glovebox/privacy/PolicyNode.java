package dev.glovebox.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One mapping of the policy file. What it is asked for and does not have as it should be is a
 * fault, and so is every key that it was not asked to know.
 */
final class PolicyNode {

  private final String path;
  private final JsonNode node;
  private final Faults faults;

  /**
   * @param path where it is in the file, for faults; empty at the top
   * @param known the keys that it may have
   */
  PolicyNode(String path, JsonNode node, Faults faults, Set<String> known) {
    this.path = path;
    this.node = node;
    this.faults = faults;
    refuseUnknown(known);
  }

  boolean has(String key) {
    return node.has(key);
  }

  void fault(String key, String problem) {
    faults.add(path(key), problem);
  }

  /** The keys that it has, of those named. */
  Set<String> present(Set<String> keys) {
    Set<String> present = new TreeSet<>(keys);
    present.removeIf(key -> !has(key));
    return present;
  }

  /** The mapping at a key. */
  Optional<PolicyNode> mapping(String key, Set<String> known) {
    return required(key).flatMap(value -> mapping(path(key), value, known));
  }

  /** The mappings of the list at a key. */
  List<PolicyNode> mappings(String key, Set<String> known) {
    List<PolicyNode> mappings = new ArrayList<>();
    List<JsonNode> items = list(key);
    for (int i = 0; i < items.size(); i++) {
      mapping(path(key) + "[" + i + "]", items.get(i), known).ifPresent(mappings::add);
    }
    return mappings;
  }

  /** The texts of the list at a key; a repeated one is a fault. */
  Set<String> texts(String key) {
    Set<String> texts = new TreeSet<>();
    for (JsonNode item : list(key)) {
      if (!item.isTextual()) {
        fault(key, "every item has to be a name.");
      } else if (!texts.add(item.textValue())) {
        fault(key, "'" + item.textValue() + "' is there twice. Keep one.");
      }
    }
    return texts;
  }

  /** The text at a key, not blank. */
  Optional<String> text(String key) {
    Optional<String> text =
        required(key).filter(JsonNode::isTextual).map(value -> value.textValue().strip());
    if (has(key) && text.filter(value -> !value.isEmpty()).isEmpty()) {
      fault(key, "has to be text that is not empty.");
      return Optional.empty();
    }
    return text;
  }

  /** The number at a key, both ends of its range included. */
  Optional<Double> number(String key, double least, double most) {
    Optional<Double> number =
        required(key)
            .filter(JsonNode::isNumber)
            .map(JsonNode::doubleValue)
            .filter(value -> value >= least && value <= most);
    if (has(key) && number.isEmpty()) {
      fault(key, "has to be a number from " + plain(least) + " to " + plain(most) + ".");
    }
    return number;
  }

  /** The whole number at a key, both ends of its range included. */
  Optional<Integer> wholeNumber(String key, int least, int most) {
    Optional<Integer> number =
        required(key)
            .filter(value -> value.isIntegralNumber() && value.canConvertToInt())
            .map(JsonNode::intValue)
            .filter(value -> value >= least && value <= most);
    if (has(key) && number.isEmpty()) {
      fault(key, "has to be a whole number from " + least + " to " + most + ".");
    }
    return number;
  }

  /** The duration at a key, both ends of its range included. */
  Optional<Duration> duration(String key, Duration least, Duration most) {
    Optional<Duration> duration =
        required(key)
            .flatMap(value -> parsed(value.asText(), Duration::parse))
            .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
    if (has(key) && duration.isEmpty()) {
      fault(key, "has to be a duration such as PT10M, from " + least + " to " + most + ".");
    }
    return duration;
  }

  /** The instant at a key, in microseconds since the epoch. */
  Optional<Long> instantMicros(String key) {
    Optional<Long> micros =
        required(key)
            .flatMap(value -> parsed(value.asText(), OffsetDateTime::parse))
            .map(instant -> ChronoUnit.MICROS.between(Instant.EPOCH, instant.toInstant()));
    if (has(key) && micros.isEmpty()) {
      fault(key, "has to be an instant with its offset, such as '2026-01-01T00:00:00+08:00'.");
    }
    return micros;
  }

  /** Whether the value at a key is exactly this text. */
  boolean says(String key, String text) {
    return has(key) && text.equals(node.get(key).textValue());
  }

  /** Whether the value at a key is the truth value true. */
  boolean affirms(String key) {
    return has(key) && node.get(key).isBoolean() && node.get(key).booleanValue();
  }

  /** The version at a key: text, or a whole number. */
  Optional<String> version(String key) {
    if (has(key) && node.get(key).isIntegralNumber()) {
      return Optional.of(node.get(key).bigIntegerValue().toString());
    }
    if (has(key) && node.get(key).isNumber()) {
      fault(key, "a version with a decimal point belongs in quotation marks.");
      return Optional.empty();
    }
    return text(key);
  }

  private List<JsonNode> list(String key) {
    List<JsonNode> items = new ArrayList<>();
    required(key)
        .ifPresent(
            value -> {
              if (value.isArray()) {
                value.forEach(items::add);
              } else {
                fault(key, "has to be a list.");
              }
            });
    return items;
  }

  private Optional<PolicyNode> mapping(String at, JsonNode value, Set<String> known) {
    if (!value.isObject()) {
      faults.add(at, "has to be a mapping of keys to values.");
      return Optional.empty();
    }
    return Optional.of(new PolicyNode(at, value, faults, known));
  }

  private Optional<JsonNode> required(String key) {
    if (!has(key)) {
      fault(key, "is missing.");
    }
    return Optional.ofNullable(node.get(key));
  }

  private void refuseUnknown(Set<String> known) {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                fault(key, "is not a key here. Known are " + Names.listed(known) + ".");
              }
            });
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
