package dev.glovebox.cli;

import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import dev.glovebox.store.Keys;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys that a first run makes on this machine. */
final class LocalKeys {

  private LocalKeys() {}

  static Keys in(Path folder) {
    String yaml = "raw: raw\nlake: lake\nregistry: registry\n";
    Path file = folder.resolve("glovebox.yaml");
    var sources = new Sources(Map.of(), yaml, file, Map.of(), List.of());
    return Keys.open(ConfigReader.read(sources).config(), Map.of());
  }
}
