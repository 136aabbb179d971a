package dev.glovebox.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.glovebox.OwnProcess;
import dev.glovebox.S3Between;
import dev.glovebox.S3Between.Treatment;
import dev.glovebox.S3Server;
import dev.glovebox.Treatments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;

/** Two {@link CommitDriver}s at one table, their commits of one version brought together. */
final class Race {

  private static final List<String> NAMES = List.of("left", "right");

  private final S3Server server;
  private final Path folder;
  private final Duration patience;
  private final AtomicInteger retries = new AtomicInteger();

  /**
   * @param spark makes the table
   * @param patience how long a commit waits for the other driver's
   */
  Race(SparkSession spark, S3Server server, Path folder, Duration patience) {
    this.server = server;
    this.folder = folder;
    this.patience = patience;
    spark.createDataFrame(List.of(), CommitDriver.SCHEMA).write().format("delta").save(table());
  }

  String table() {
    return server.location() + "/lake/race";
  }

  /** How often a commit was refused, since its version was taken. */
  int retries() {
    return retries.get();
  }

  /**
   * Runs the drivers to their end.
   *
   * @param commits of each
   * @param yaml added to their configuration
   * @return the rows that they were told are committed
   */
  List<String> run(int commits, String yaml) throws IOException, InterruptedException {
    Path gate = Files.createDirectory(folder.resolve("gate"));
    try (S3Between between = S3Between.of(server, counting(Treatments.pairingCommits(patience)))) {
      Path file = Files.writeString(folder.resolve("glovebox.yaml"), configuration(between, yaml));
      List<Process> drivers = new ArrayList<>();
      for (String name : NAMES) {
        drivers.add(
            OwnProcess.start(
                CommitDriver.class.getName(),
                Map.of("STORE_IDENTITY", server.identity(), "STORE_SECRET", server.credential()),
                output(name),
                file.toString(),
                table(),
                name,
                Integer.toString(commits),
                gate.toString(),
                Integer.toString(NAMES.size())));
      }
      for (Process driver : drivers) {
        driver.waitFor();
      }
    }
    return committed();
  }

  private Treatment counting(Treatment treatment) {
    return (request, behind) -> {
      byte[] answer = treatment.treat(request, behind);
      boolean isRefused = new String(answer, 0, 12, US_ASCII).endsWith("412");
      if (isRefused && request.target().contains("/_delta_log/0")) {
        retries.incrementAndGet();
      }
      return answer;
    };
  }

  private List<String> committed() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String name : NAMES) {
      Files.readAllLines(output(name)).stream()
          .filter(line -> line.startsWith(CommitDriver.COMMITTED))
          .map(line -> line.substring(CommitDriver.COMMITTED.length()))
          .forEach(rows::add);
    }
    return rows;
  }

  private Path output(String name) {
    return folder.resolve(name + ".log");
  }

  private String configuration(S3Between between, String yaml) {
    return """
        raw: raw
        registry: registry
        lake: %s/lake
        spark.hadoop.fs.s3a.endpoint: %s
        spark.hadoop.fs.s3a.endpoint.region: us-east-1
        spark.hadoop.fs.s3a.path.style.access: true
        spark.hadoop.fs.s3a.connection.ssl.enabled: false
        spark.hadoop.fs.s3a.access.key: env:STORE_IDENTITY
        spark.hadoop.fs.s3a.secret.key: env:STORE_SECRET
        spark.master: local[1]
        """
            .formatted(server.location(), between.endpoint())
        + yaml;
  }
}
