package dev.glovebox.cli;

import dev.glovebox.job.Progress;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param folder the working directory
 * @param out for what was asked for
 * @param err for people: progress, summaries, refusals
 */
public record Workplace(
    Map<String, String> environment,
    Path folder,
    InstantSource clock,
    PrintWriter out,
    PrintWriter err,
    Progress progress) {

  /** This process's own. */
  public static Workplace ofProcess() {
    Map<String, String> environment = System.getenv();
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    return new Workplace(
        environment,
        Path.of("").toAbsolutePath(),
        InstantSource.system(),
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        err,
        TerminalProgress.of(environment, err));
  }

  /** Says that keys were made. */
  void tellOfKeys(Path keys) {
    err.println(
        "Made the keys of pseudonyms and signatures in "
            + keys
            + ". Keep them safe and to yourself: without them nobody can tell which pseudonym is"
            + " whose.");
  }
}
