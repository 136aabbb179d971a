package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.S3Between;
import dev.glovebox.S3Between.Treatment;
import dev.glovebox.S3ProxyServer;
import dev.glovebox.Treatments;
import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitGuardTest {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.withoutAuthorization();

  private static final Path FOLDER = Path.of("/etc/glovebox");
  private static final String CONDITIONAL = ConditionalLogStore.class.getName();
  private static final String LEASED = LeasedLogStore.class.getName();

  @Test
  void letsAStoreThatKeepsConditionsBeWrittenTo() throws IOException {
    Configuration hadoop = SERVER.hadoop(SERVER.endpoint());
    CommitGuard guard = CommitGuard.of(onS3(""));

    guard.enter(hadoop).close();

    assertThat(guard.refusal(hadoop)).isEmpty();
    assertThat(guard.description()).isEqualTo("by conditional writes");
    assertThat(leftIn(hadoop)).isEmpty();
  }

  @Test
  void refusesAStoreThatIgnoresConditions() throws IOException {
    assertThatRefused(
        Treatments.ignoringConditions(),
        "the store of \"lake\" does not keep commits apart: it replaced an object that was to be"
            + " created only where none was. Two runs at once could lose each other's commits. Use"
            + " a store that keeps \"If-None-Match: *\" on PUT, as Amazon S3 does, or set"
            + " \"commits.guard: lease\"");
  }

  @Test
  void refusesAStoreThatRefusesConditions() throws IOException {
    assertThatRefused(Treatments.refusingConditions(), "it refuses conditional writes (");
  }

  @Test
  void findsAStoreThatKeepsConditionsForOneWriterAfterTheOtherOnly() throws IOException {
    try (S3Between between = S3Between.of(SERVER, Treatments.lookingBeforeWriting())) {
      Configuration hadoop = SERVER.hadoop(between.endpoint());
      CommitGuard guard = CommitGuard.of(onS3(""));

      guard.enter(hadoop).close();

      assertThat(guard.refusal(hadoop))
          .hasValueSatisfying(it -> assertThat(it).contains("of 8 writers of one object at once"));
    }
  }

  @Test
  void refusesAClientThatSendsNoConditions() {
    Configuration hadoop = SERVER.hadoop(SERVER.endpoint());
    hadoop.setBoolean("fs.s3a.create.conditional.enabled", false);

    assertThatThrownBy(() -> CommitGuard.of(onS3("")).enter(hadoop))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("fs.s3a.create.conditional.enabled");
  }

  @Test
  void failsForStorageWhereTheStoreDoesNotAnswer() throws Exception {
    Configuration hadoop;
    try (S3ProxyServer gone = S3ProxyServer.inMemory().start()) {
      hadoop = gone.hadoop(gone.endpoint());
    }
    hadoop.set("fs.s3a.retry.limit", "0");

    assertThatThrownBy(() -> CommitGuard.of(onS3("")).enter(hadoop))
        .isInstanceOf(IOException.class)
        .matches(StoreFailures::isStorage);
  }

  @ParameterizedTest
  @CsvSource({
    "file:/lake, conditional-write, by the store's own atomic creation",
    "hdfs://nodes/lake, lease, by the store's own atomic creation",
    "s3a://bucket/lake, conditional-write, by conditional writes",
    "s3://bucket/lake, conditional-write, by conditional writes",
    "s3a://bucket/lake, lease, 'by a lease: one run writes at a time, if all that write ask for it'",
    "oss://bucket/lake, lease, 'by a lease: one run writes at a time, if all that write ask for it'"
  })
  void knowsWhatKeepsCommitsApart(String lake, String guard, String description) {
    CommitGuard found = CommitGuard.of(config(lake, "commits.guard: " + guard + "\n"));

    assertThat(found.description()).isEqualTo(description);
    assertThat(found.faults()).isEmpty();
  }

  @Test
  void refusesSchemesOfWhichItKnowsNothing() {
    assertThat(CommitGuard.of(config("oss://bucket/lake", "")).faults())
        .singleElement()
        .asString()
        .startsWith("\"lake\" has the scheme oss, for whose stores no safe commit")
        .contains("commits.guard: lease");
  }

  @ParameterizedTest
  @CsvSource({
    "spark.delta.logStore.s3a.impl, io.delta.storage.S3SingleDriverLogStore, conditional-write",
    "spark.delta.logStore.class, io.delta.storage.S3SingleDriverLogStore, conditional-write",
    "spark.delta.logStore.s3a.impl, dev.glovebox.store.LeasedLogStore, conditional-write",
    "spark.delta.logStore.s3a.impl, dev.glovebox.store.ConditionalLogStore, lease",
    "spark.delta.logStore.class, io.delta.storage.S3DynamoDBLogStore, lease"
  })
  void refusesLogStoresThatAreNotKnownToGuard(String setting, String store, String guard) {
    String yaml = "commits.guard: " + guard + "\nspark: {" + setting + ": " + store + "}\n";

    assertThat(CommitGuard.of(onS3(yaml)).faults())
        .singleElement()
        .asString()
        .startsWith("\"" + setting + "\" names a log store that is not known")
        .endsWith("leave the key out");
  }

  @Test
  void takesDeltasStoreWithATableOfVersions() throws IOException {
    String yaml = "spark: {spark.delta.logStore.s3a.impl: io.delta.storage.S3DynamoDBLogStore}\n";
    CommitGuard guard = CommitGuard.of(onS3(yaml));

    guard.enter(new Configuration()).close();

    assertThat(guard.faults()).isEmpty();
    assertThat(guard.description()).isEqualTo("by a table of DynamoDB");
  }

  @Test
  void commitsByConditionalWriteUnlessSomebodyChoseOtherwise() {
    assertThat(logStores("file:/lake", "", new SparkConf(false)))
        .isEqualTo(
            Map.of(
                "spark.delta.logStore.s3a.impl", CONDITIONAL,
                "spark.delta.logStore.s3.impl", CONDITIONAL,
                "spark.delta.logStore.s3n.impl", CONDITIONAL));
    assertThat(logStores("oss://b/lake", "commits.guard: lease\n", new SparkConf(false)))
        .containsEntry("spark.delta.logStore.oss.impl", LEASED)
        .containsEntry("spark.delta.logStore.s3a.impl", LEASED);
    SparkConf submitted = new SparkConf(false).set("spark.delta.logStore.s3a.impl", "a.Store");
    assertThat(logStores("file:/lake", "", submitted))
        .doesNotContainKey("spark.delta.logStore.s3a.impl");
    submitted.set("spark.delta.logStore.class", "a.Store");
    assertThat(logStores("file:/lake", "", submitted)).isEmpty();
  }

  private static void assertThatRefused(Treatment treatment, String sentence) throws IOException {
    try (S3Between between = S3Between.of(SERVER, treatment)) {
      Configuration hadoop = SERVER.hadoop(between.endpoint());
      CommitGuard guard = CommitGuard.of(onS3(""));

      assertThatThrownBy(() -> guard.enter(hadoop))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining(sentence);
      assertThat(guard.refusal(hadoop)).hasValueSatisfying(it -> assertThat(it).contains(sentence));
      assertThat(leftIn(hadoop)).isEmpty();
    }
  }

  private static List<String> leftIn(Configuration hadoop) throws IOException {
    return StoredObjects.at(SERVER.location() + "/", hadoop).list("");
  }

  private static Map<String, String> logStores(String lake, String yaml, SparkConf submitted) {
    return LogStores.of(config(lake, yaml), submitted).defaults();
  }

  private static Config onS3(String yaml) {
    return config(SERVER.location() + "/lake", yaml);
  }

  private static Config config(String lake, String yaml) {
    return Configs.of(FOLDER, "raw: raw\nregistry: registry\nlake: " + lake + "\n" + yaml);
  }
}
