package dev.glovebox.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where settings come from, weakest first: {@code fallbacks}, the file, the environment, {@code
 * --set}.
 *
 * @param fallbacks settings that stand where none of the others gives them
 * @param yaml the file's text; empty when a job needs no file and there is none
 * @param file the file's path, which relative paths start from
 * @param environment of the process; other programs' variables are passed over
 * @param overrides in the order given; of one key the last counts
 */
public record Sources(
    Map<String, String> fallbacks,
    String yaml,
    Path file,
    Map<String, String> environment,
    List<Assignment> overrides) {

  /** One {@code --set key=value}. */
  public record Assignment(String key, String value) {}
}
