package dev.glovebox.cli;

import dev.glovebox.job.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The command in a folder of its own, with what it prints. */
final class CommandLineTrial {

  static final Instant NOW = Instant.parse("2026-11-05T03:00:00Z");

  final Map<String, String> environment = new HashMap<>();
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();

  private final Path folder;
  private final Jobs jobs;

  CommandLineTrial(Path folder, Jobs jobs) {
    this.folder = folder;
    this.jobs = jobs;
  }

  /** Makes a configuration of this machine, with all that a job stands on. */
  CommandLineTrial configured() throws IOException {
    write("glovebox.yaml", "raw: raw\nlake: lake\nregistry: registry\n");
    write("registry/tenures.csv", "vin,owner_id,role,valid_from,valid_to\n");
    write("registry/sensitive-places.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
    Files.createDirectories(folder.resolve("raw"));
    return this;
  }

  CommandLineTrial write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  int run(String... arguments) {
    Workplace workplace =
        new Workplace(
            environment,
            folder,
            InstantSource.fixed(NOW),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            Progress.none());
    return new Glovebox(workplace, jobs).run(arguments);
  }
}
