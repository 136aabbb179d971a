package dev.glovebox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.Main;
import dev.glovebox.OwnProcess;
import dev.glovebox.S3Between;
import dev.glovebox.S3Between.Treatment;
import dev.glovebox.S3ProxyServer;
import dev.glovebox.Treatments;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Location;
import dev.glovebox.config.Sources;
import dev.glovebox.store.Keys;
import dev.glovebox.store.StoredObjects;
import dev.glovebox.store.WriterLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The command with a lake on S3, where the store does not always keep its part. */
class GuardedLakeTest {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.withoutAuthorization();

  private static final String[] PUBLISH = {"publish", "--batch-date", "2026-11-02"};
  private static final Map<String, String> SECRETS =
      Map.of("STORE_IDENTITY", "local-identity", "STORE_SECRET", "local-credential");

  @TempDir Path folder;

  private Location lake;
  private CommandLineTrial trial;
  private S3Between between;

  @BeforeEach
  void configure(TestInfo test) throws IOException {
    String bucket = SERVER.location().substring("s3a://".length());
    lake = new Location("s3a", bucket, "/" + test.getTestMethod().orElseThrow().getName());
    trial = new CommandLineTrial(folder, new StandardJobs()).configured();
    trial.environment.putAll(SECRETS);
    makeKeys();
  }

  @AfterEach
  void close() throws IOException {
    between.close();
  }

  @Test
  void checkTellsHowCommitsAreKeptApart() throws IOException {
    configure(Treatments.passing(), "");

    assertThat(trial.run("check")).isZero();
    assertThat(trial.out.toString())
        .containsPattern("lake +ok +s3a://.*: 0 entries, can be written")
        .containsPattern("commits +ok +kept apart by conditional writes");
    assertThat(objects()).isEmpty();
  }

  @Test
  void checkRefusesAStoreThatIgnoresConditions() throws IOException {
    configure(Treatments.ignoringConditions(), "");

    assertThat(trial.run("check")).isEqualTo(3);
    assertThat(trial.out.toString())
        .containsPattern("lake +ok +s3a://.*: 0 entries, can be written")
        .containsPattern("commits +REFUSED +the store of \"lake\" does not keep commits apart")
        .contains("commits.guard: lease");
  }

  @Test
  void checkRefusesAStoreThatLetsTwoAtOnceWin() throws IOException {
    configure(Treatments.lookingBeforeWriting(), "");

    assertThat(trial.run("check")).isEqualTo(3);
    assertThat(trial.out.toString())
        .containsPattern("commits +REFUSED +.*of 8 writers of one object at once");
  }

  @Test
  void publishRefusesAStoreThatIgnoresConditions() throws IOException {
    configure(Treatments.ignoringConditions(), "");

    assertThat(trial.run(PUBLISH)).isEqualTo(3);
    assertThat(trial.err.toString())
        .contains("is refused, 1 fault", "it replaced an object that was to be created only where");
    assertThat(objects()).isEmpty();
  }

  @Test
  void publishRefusesALogStoreThatGuardsNothing() throws IOException {
    configure(Treatments.passing(), "");
    String unguarded = "spark.delta.logStore.s3a.impl=io.delta.storage.S3SingleDriverLogStore";

    assertThat(trial.run("publish", "--batch-date", "2026-11-02", "--set", unguarded)).isEqualTo(3);
    assertThat(trial.err.toString())
        .contains("\"spark.delta.logStore.s3a.impl\" names a log store");
    assertThat(objects()).isEmpty();
  }

  @Test
  void publishEndsWithSixWhileAnotherRunHasTheLease() throws IOException {
    configure(Treatments.ignoringConditions(), "commits.guard: lease\n");
    try (WriterLease other = WriterLease.take(lake, SERVER.hadoop(between.endpoint()))) {
      assertThat(other).isNotNull();

      assertThat(trial.run(PUBLISH)).isEqualTo(6);
      assertThat(trial.err.toString())
          .contains("glovebox: Another run has the lease of the lake, renewed at ")
          .doesNotContain("\tat ");
      assertThat(objects()).as("the lease of the other").hasSize(1);
    }
  }

  @Test
  void checkWarnsOfALease() throws IOException {
    configure(Treatments.ignoringConditions(), "commits.guard: lease\n");

    assertThat(trial.run("check")).isZero();
    assertThat(trial.out.toString())
        .containsPattern("commits +warning +kept apart by a lease: one run writes at a time");
  }

  @Test
  @Tag("slow")
  void publishesByLeaseWhereConditionsAreIgnored() throws Exception {
    configure(Treatments.ignoringConditions(), "commits.guard: lease\n");

    assertThat(publishInItsOwnProcess()).isZero();
    assertThat(objects())
        .contains("telemetry/_delta_log/00000000000000000000.json")
        .contains("runs/_delta_log/00000000000000000001.json")
        .noneMatch(name -> name.startsWith("_leases/"));
  }

  @Test
  @Tag("slow")
  void publishesByConditionalWrites() throws Exception {
    configure(Treatments.passing(), "");

    assertThat(publishInItsOwnProcess()).isZero();
    assertThat(objects())
        .contains("ledger/_delta_log/00000000000000000001.json")
        .noneMatch(name -> name.contains("probe") || name.startsWith("_leases/"));
  }

  private int publishInItsOwnProcess() throws Exception {
    Path output = folder.resolve("publish.log");
    String file = folder.resolve("glovebox.yaml").toString();
    Process process =
        OwnProcess.start(
            Main.class.getName(),
            SECRETS,
            output,
            "publish",
            "--config",
            file,
            "--batch-date",
            "2026-11-02");
    int code = process.waitFor();
    assertThat(output).content().as("what the run printed").contains("publish 2026-11-02: done");
    return code;
  }

  private void configure(Treatment treatment, String yaml) throws IOException {
    between = S3Between.of(SERVER, treatment);
    trial.write(
        "glovebox.yaml",
        """
        raw: raw
        registry: registry
        lake: %s
        keys:
          pseudonym: {id: owners, secret: "file:.glovebox/keys/pseudonym.key"}
          signing: {id: seal, secret: "file:.glovebox/keys/signing.pem"}
        spark:
          spark.hadoop.fs.s3a.endpoint: %s
          spark.hadoop.fs.s3a.endpoint.region: us-east-1
          spark.hadoop.fs.s3a.path.style.access: true
          spark.hadoop.fs.s3a.connection.ssl.enabled: false
          spark.hadoop.fs.s3a.access.key: env:STORE_IDENTITY
          spark.hadoop.fs.s3a.secret.key: env:STORE_SECRET
        """
                .formatted(lake, between.endpoint())
            + yaml);
  }

  /** The keys that a local configuration makes. */
  private void makeKeys() throws IOException {
    Path file = folder.resolve("glovebox.yaml");
    Sources local = new Sources(Map.of(), Files.readString(file), file, Map.of(), List.of());
    Keys.open(ConfigReader.read(local).config(), Map.of());
  }

  private List<String> objects() throws IOException {
    return StoredObjects.at(lake.text(), SERVER.hadoop(SERVER.endpoint())).list("");
  }
}
