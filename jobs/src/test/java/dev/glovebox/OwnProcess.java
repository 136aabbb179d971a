package dev.glovebox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs a main class in a JVM of its own, with this one's class path and what Spark needs. */
public final class OwnProcess {

  private OwnProcess() {}

  /**
   * Starts it.
   *
   * @param environment added to this process's own
   * @param output takes all that it prints
   */
  public static Process start(
      String mainClass, Map<String, String> environment, Path output, String... arguments)
      throws IOException {
    Path classPath = output.resolveSibling(output.getFileName() + ".classpath");
    Files.writeString(classPath, "-cp \"" + System.getProperty("java.class.path") + "\"\n");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("src/main/jvm/spark.args").toAbsolutePath(),
                "@" + classPath,
                "-Xmx1g",
                "-XX:+UseSerialGC",
                mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return process;
  }
}
