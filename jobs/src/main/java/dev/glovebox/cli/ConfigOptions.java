package dev.glovebox.cli;

import dev.glovebox.config.ConfigException;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.ConfigReading;
import dev.glovebox.config.Sources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that every command has. */
final class ConfigOptions {

  private static final String DEFAULT_FILE = "glovebox.yaml";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (default: " + DEFAULT_FILE + ").")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      converter = AssignmentConverter.class,
      description = "Sets a key of the configuration; may be repeated.")
  private List<Sources.Assignment> overrides = new ArrayList<>();

  @Option(names = "--verbose", description = "Prints the trace of a failure.")
  private boolean verbose;

  boolean isVerbose() {
    return verbose;
  }

  /**
   * Reads the configuration of a job that needs one.
   *
   * @throws ConfigException if there is no file
   */
  ConfigReading read(Workplace workplace) {
    return read(workplace, path(workplace), Map.of());
  }

  /**
   * Reads the configuration of a job that can do without: only a file that is asked for must exist.
   *
   * @param fallbacks settings that stand where nothing gives them
   */
  ConfigReading readIfAny(Workplace workplace, Map<String, String> fallbacks) {
    Path path = path(workplace);
    return file == null && !Files.exists(path)
        ? ConfigReader.read(sources(workplace, path, "", fallbacks))
        : read(workplace, path, fallbacks);
  }

  private ConfigReading read(Workplace workplace, Path path, Map<String, String> fallbacks) {
    try {
      String yaml = Files.readString(path, StandardCharsets.UTF_8);
      return ConfigReader.read(sources(workplace, path, yaml, fallbacks));
    } catch (IOException unreadable) {
      throw new ConfigException(path.toString(), List.of(noFile(path)));
    }
  }

  private Sources sources(
      Workplace workplace, Path path, String yaml, Map<String, String> fallbacks) {
    return new Sources(fallbacks, yaml, path, workplace.environment(), overrides);
  }

  private Path path(Workplace workplace) {
    return workplace.folder().resolve(file == null ? Path.of(DEFAULT_FILE) : file);
  }

  private static String noFile(Path path) {
    String problem =
        Files.exists(path) ? "the file cannot be read as UTF-8 text" : "there is no such file";
    return problem
        + "; name another with --config, or make it: it needs the lines \"raw: FOLDER\", \"lake:"
        + " FOLDER\" and \"registry: FOLDER\" (schemas/glovebox.example.yaml shows all keys)";
  }

  /** Reads {@code key=value}. */
  static final class AssignmentConverter implements ITypeConverter<Sources.Assignment> {

    @Override
    public Sources.Assignment convert(String text) {
      int end = text.indexOf('=');
      if (end < 1) {
        throw new TypeConversionException("it takes key=value, as --set time-zone=UTC");
      }
      return new Sources.Assignment(text.substring(0, end).strip(), text.substring(end + 1));
    }
  }
}
