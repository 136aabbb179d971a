package dev.glovebox.config;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The entries of all sources, the strongest of each key. */
final class MergedEntries {

  private final Sources sources;
  private final Faults faults;
  private final Map<String, Entry> merged = new LinkedHashMap<>();

  private MergedEntries(Sources sources, Faults faults) {
    this.sources = sources;
    this.faults = faults;
  }

  static Map<String, Entry> of(Sources sources, Faults faults) {
    return new MergedEntries(sources, faults).merge();
  }

  private Map<String, Entry> merge() {
    sources.fallbacks().forEach((key, text) -> put(Entry.scalar(key, text, "default")));
    fromFile(YamlEntries.read(sources.yaml(), faults));
    sources.overrides().forEach(this::fromCommandLine);
    fromEnvironment();
    return merged;
  }

  private void fromFile(List<Entry> entries) {
    Map<String, Entry> seen = new HashMap<>();
    for (Entry entry : entries) {
      Entry named = entry.renamed(canonical(entry.key()));
      Entry first = seen.putIfAbsent(named.key(), named);
      if (first == null) {
        put(named);
      } else {
        faults.add(
            named.key(),
            entry.origin(),
            "\"" + named.key() + "\" stands on " + first.origin() + " already; keep one of them");
      }
    }
  }

  private void fromCommandLine(Sources.Assignment override) {
    put(Entry.scalar(canonical(override.key()), override.value(), "--set"));
  }

  /** After the command line, so that a reference in it may name a variable of ours. */
  private void fromEnvironment() {
    Set<String> passedOver = referredVariables();
    passedOver.addAll(Settings.LAUNCHER_VARIABLES);
    for (var variable : new TreeMap<>(sources.environment()).entrySet()) {
      String name = variable.getKey();
      if (name.startsWith(Settings.VARIABLE_PREFIX)
          && !variable.getValue().isEmpty()
          && !passedOver.contains(name)) {
        fromVariable(name, variable.getValue());
      }
    }
  }

  private void fromVariable(String name, String text) {
    Optional<String> key = Variables.key(name);
    if (key.isEmpty()) {
      faults.add(name, "environment", Variables.unknown(name));
    } else if (!given(key.get())) {
      put(Entry.scalar(key.get(), text, name));
    }
  }

  private boolean given(String key) {
    return merged.containsKey(key) && merged.get(key).origin().equals("--set");
  }

  private Set<String> referredVariables() {
    Set<String> names = new HashSet<>();
    merged.values().stream()
        .filter(entry -> entry.shape() == Entry.Shape.SCALAR)
        .flatMap(entry -> SecretReference.parse(entry.text()).stream())
        .filter(reference -> reference.kind() == SecretReference.Kind.ENVIRONMENT)
        .forEach(reference -> names.add(reference.name()));
    sources.environment().values().stream()
        .flatMap(text -> SecretReference.parse(text).stream())
        .filter(reference -> reference.kind() == SecretReference.Kind.ENVIRONMENT)
        .forEach(reference -> names.add(reference.name()));
    return names;
  }

  private void put(Entry entry) {
    merged.put(entry.key(), entry);
  }

  /** {@code spark: {spark.ui.enabled: …}} and {@code region: […]} under their one name. */
  private static String canonical(String key) {
    String doubled = Settings.SPARK_PREFIX + Settings.SPARK_PREFIX;
    return key.startsWith(doubled)
        ? key.substring(Settings.SPARK_PREFIX.length())
        : Settings.ALIASES.getOrDefault(key, key);
  }
}
