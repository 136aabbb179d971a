package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Configurations for tests. */
final class Configs {

  static final String LOCAL = "raw: raw\nlake: lake\nregistry: registry\n";

  private Configs() {}

  static Config of(Path folder, String yaml) {
    Path file = folder.resolve("glovebox.yaml");
    return ConfigReader.read(new Sources(Map.of(), yaml, file, Map.of(), List.of())).config();
  }
}
