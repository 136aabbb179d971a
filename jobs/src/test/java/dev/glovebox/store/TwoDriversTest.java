package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glovebox.S3ProxyServer;
import dev.glovebox.S3Server;
import dev.glovebox.SharedSpark;
import dev.glovebox.VersityServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two drivers, each a process of its own with the session that jobs have, commit to one table on S3
 * at once. Between them and the server their commits of one version are brought together.
 */
@Tag("slow")
class TwoDriversTest {

  private static final int DRIVERS = 2;
  private static final String DELTAS_OWN =
      "spark: {spark.delta.logStore.s3a.impl: io.delta.storage.S3SingleDriverLogStore}\n";

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();

  @Test
  void loseNothingOn100CommitsToS3Proxy() throws Exception {
    try (S3Server server = S3ProxyServer.onDirectory().start()) {
      assertThatNothingIsLost(server, 50);
    }
  }

  @Test
  @Tag("full")
  void loseNothingOn100CommitsToVersityGateway() throws Exception {
    Optional<VersityServer> installed = VersityServer.installed();
    assumeTrue(
        installed.isPresent(),
        "versitygw is not on this machine: scripts/test installs it where there is Go, or name it"
            + " by -Dglovebox.test.versitygw=FILE");
    try (S3Server server = installed.orElseThrow().start()) {
      assertThatNothingIsLost(server, 50);
    }
  }

  /** The control: what the tests above would see if the guard were missing. */
  @Test
  void loseCommitsWithDeltasStoreForASingleDriver() throws Exception {
    try (S3Server server = S3ProxyServer.onDirectory().start()) {
      Race race = race(server, Duration.ofSeconds(3));
      List<String> committed = race.run(5, DELTAS_OWN);

      assertThat(committed).as("commits that Delta said were done").hasSizeGreaterThan(1);
      List<String> lost = new ArrayList<>(committed);
      lost.removeAll(rows(race.table()));
      assertThat(lost).as("of them, those whose row is not in the table").isNotEmpty();
    }
  }

  private void assertThatNothingIsLost(S3Server server, int commits) throws Exception {
    Race race = race(server, Duration.ofMillis(300));
    List<String> committed = race.run(commits, "");

    assertThat(committed).hasSize(DRIVERS * commits);
    assertThat(rows(race.table())).containsExactlyInAnyOrderElementsOf(committed);
    List<Row> log = log(race.table());
    assertThat(log).extracting(row -> row.getString(0)).doesNotHaveDuplicates();
    assertThat(log)
        .extracting(row -> row.getString(1))
        .as("ids of transactions, by which a writer knows its own")
        .hasSize(1 + DRIVERS * commits)
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(race.retries()).as("commits that lost a version and took a later one").isPositive();
  }

  /** The commits as they stand in the log: file, transaction. */
  private List<Row> log(String table) {
    return spark
        .read()
        .json(table + "/_delta_log/*.json")
        .where("commitInfo IS NOT NULL")
        .selectExpr("input_file_name()", "commitInfo.txnId")
        .collectAsList();
  }

  private Race race(S3Server server, Duration patience) throws Exception {
    server.configure(spark.sparkContext().hadoopConfiguration());
    return new Race(spark, server, folder, patience);
  }

  private List<String> rows(String table) {
    return spark.read().format("delta").load(table).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }
}
