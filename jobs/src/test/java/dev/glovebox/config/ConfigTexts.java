package dev.glovebox.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Configurations written out in tests. */
final class ConfigTexts {

  static final Path FILE = Path.of("/etc/glovebox/glovebox.yaml");
  static final String LEAST = "raw: raw\nlake: lake\nregistry: registry\n";

  private ConfigTexts() {}

  static ConfigReading read(String yaml) {
    return read(yaml, Map.of());
  }

  /** With overrides as {@code --set} has them: {@code key=value}. */
  static ConfigReading read(String yaml, Map<String, String> environment, String... overrides) {
    List<Sources.Assignment> list =
        Stream.of(overrides)
            .map(text -> text.split("=", 2))
            .map(parts -> new Sources.Assignment(parts[0], parts[1]))
            .toList();
    return ConfigReader.read(new Sources(Map.of(), yaml, FILE, environment, list));
  }
}
