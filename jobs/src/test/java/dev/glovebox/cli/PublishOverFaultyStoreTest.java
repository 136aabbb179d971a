package dev.glovebox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.DrawnFaults;
import dev.glovebox.FaultyStore;
import dev.glovebox.FaultyStore.Fault;
import dev.glovebox.S3ProxyServer;
import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.store.StoredObjects;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.OwnerPartitions;
import dev.glovebox.table.TableDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Publishing from and to an S3 store that fails now and then, from some moment on, or for good. */
@Tag("slow")
class PublishOverFaultyStoreTest {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.onDirectory();

  private static final List<TableDefinition> TABLES =
      List.of(
          LakeTables.telemetry(Catalogue.packaged()),
          LakeTables.alerts(),
          LakeTables.connectivity(),
          LakeTables.completeness(),
          LakeTables.quarantine(),
          LakeTables.seen(),
          LakeTables.ledger());

  /** Soon given up, so that a test of a dead store ends soon. */
  private static final Map<String, String> RETRIES =
      Map.of(
          "attempts.maximum", "2",
          "retry.limit", "3",
          "retry.interval", "20ms",
          "retry.throttle.limit", "3",
          "retry.throttle.interval", "20ms");

  private static FaultyStore network;
  private static int requests;
  private static Map<LocalDate, Map<String, List<String>>> undisturbed;

  private static final SparkSession SPARK = SharedSpark.session();
  private static final AtomicInteger LAKES = new AtomicInteger();

  @TempDir static Path folder;

  private String lake;

  @BeforeAll
  static void publishesUndisturbed() throws IOException {
    network = new FaultyStore(SERVER.endpoint());
    s3Settings().forEach(SPARK.sparkContext().hadoopConfiguration()::set);
    SmallFleet.write(
        StoredObjects.at(SERVER.location(), SPARK.sparkContext().hadoopConfiguration()));
    int before = network.requests();
    assertThat(publish(SERVER.location() + "/undisturbed").code).isZero();
    requests = network.requests() - before;
    undisturbed = new TreeMap<>();
    SmallFleet.DATES.forEach(
        date -> undisturbed.put(date, shown(SERVER.location() + "/undisturbed", date)));
    assertThat(undisturbed.values())
        .allSatisfy(tables -> assertThat(tables.values()).noneMatch(List::isEmpty));
  }

  @AfterAll
  static void closes() throws IOException {
    network.close();
  }

  @BeforeEach
  void choosesALake() {
    lake = SERVER.location() + "/lake-" + LAKES.incrementAndGet();
  }

  @AfterEach
  void heals() {
    network.heal();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = 1)
  void publishesTheSameOverAStoreThatFailsNowAndThen(long seed) {
    network.follow(new DrawnFaults(seed, 12));

    Ended ended = publish(lake);

    assertThat(ended.code).as(ended.said).isZero();
    network.heal();
    assertThat(network.done().keySet()).containsAll(DrawnFaults.temporary());
    assertThatAllIsThere();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {2, 3})
  @Tag("full")
  void publishesTheSameOverAStoreThatFailsOften(long seed) {
    network.follow(new DrawnFaults(seed, 5));

    Ended ended = publish(lake);

    assertThat(ended.code).as(ended.said).isZero();
    network.heal();
    assertThatAllIsThere();
  }

  @ParameterizedTest(name = "after {0} % of the requests")
  @ValueSource(ints = 60)
  void endsWithFiveAndShowsNoHalfWhenTheStoreDies(int percent) {
    assertThatNothingIsHalf(percent, Fault.INTERNAL_ERROR);
  }

  @ParameterizedTest(name = "after {0} % of the requests")
  @ValueSource(ints = {5, 30, 85})
  @Tag("full")
  void endsWithFiveAndShowsNoHalfWhereverTheStoreDies(int percent) {
    assertThatNothingIsHalf(percent, Fault.INTERNAL_ERROR);
  }

  @ParameterizedTest(name = "after {0} % of the requests")
  @ValueSource(ints = {20, 50, 75})
  @Tag("full")
  void endsWithFiveAndShowsNoHalfWhenTheStoreAsksToSlowDown(int percent) {
    assertThatNothingIsHalf(percent, Fault.SLOW_DOWN);
  }

  @ParameterizedTest(name = "after {0} % of the requests")
  @ValueSource(ints = {15, 70})
  @Tag("full")
  void endsWithFiveAndShowsNoHalfWhenEveryAnswerIsLost(int percent) {
    assertThatNothingIsHalf(percent, Fault.ANSWER_LOST);
  }

  @ParameterizedTest(name = "after {0} % of the requests")
  @ValueSource(ints = {25, 80})
  @Tag("full")
  void endsWithFiveAndShowsNoHalfWhenEveryAnswerIsCutInItsHead(int percent) {
    assertThatNothingIsHalf(percent, Fault.CUT_IN_HEAD);
  }

  @Test
  void endsWithFiveAndCommitsNothingOfADateWhoseObjectVanished() {
    String object = SmallFleet.object(SmallFleet.DATES.get(1), 9);
    network.follow((method, path) -> path.contains(object) ? Fault.VANISHED : Fault.NONE);

    Ended ended = publish(lake);

    assertThat(ended.code).as(ended.said).isEqualTo(5);
    assertThat(ended.said).contains("Storage failed", "run it again").doesNotContain("LRWTEST");
    network.heal();
    assertThat(shown(lake, SmallFleet.FIRST)).isEqualTo(undisturbed.get(SmallFleet.FIRST));
    assertThat(shown(lake, SmallFleet.DATES.get(1)).values()).allMatch(List::isEmpty);
    assertThatTheNextRunRepairs();
  }

  private void assertThatNothingIsHalf(int percent, Fault fault) {
    AtomicInteger passed = new AtomicInteger();
    int last = requests * percent / 100;
    network.follow((method, path) -> passed.incrementAndGet() > last ? fault : Fault.NONE);

    Ended ended = publish(lake);

    network.heal();
    assertThat(ended.code).as(ended.said).isEqualTo(5);
    assertThat(ended.said).doesNotContain("LRWTEST", "owner-1");
    SmallFleet.DATES.forEach(this::assertThatADateIsWholeOrNotThere);
    assertThatTheNextRunRepairs();
  }

  private void assertThatADateIsWholeOrNotThere(LocalDate date) {
    Map<String, List<String>> whole = undisturbed.get(date);
    Map<String, List<String>> shown = shown(lake, date);
    shown.forEach((table, rows) -> assertThat(rows).as(table).isIn(List.of(), whole.get(table)));
    if (turn(TABLES.get(0), date).equals(turn(LakeTables.ledger(), date))) {
      assertThat(shown).isIn(whole, shown(lake + "-never", date));
    }
  }

  private void assertThatTheNextRunRepairs() {
    Ended ended = publish(lake);
    assertThat(ended.code).as(ended.said).isZero();
    assertThatAllIsThere();
  }

  private void assertThatAllIsThere() {
    for (LocalDate date : SmallFleet.DATES) {
      assertThat(shown(lake, date)).isEqualTo(undisturbed.get(date));
    }
  }

  private Long turn(TableDefinition table, LocalDate date) {
    return new Lake(SPARK, lake, OwnerPartitions.perOwner()).turns(table).getOrDefault(date, 0L);
  }

  /** The rows of every table of a date, as JSON; none of a table that is not made. */
  private static Map<String, List<String>> shown(String lake, LocalDate date) {
    Lake tables = new Lake(SPARK, lake, OwnerPartitions.perOwner());
    Map<String, List<String>> rows = new TreeMap<>();
    for (TableDefinition table : TABLES) {
      rows.put(
          table.name(),
          tables.has(table)
              ? tables
                  .read(table)
                  .filter("batch_date = DATE'" + date + "'")
                  .drop("run_id")
                  .toJSON()
                  .collectAsList()
                  .stream()
                  .sorted()
                  .toList()
              : List.of());
    }
    return rows;
  }

  private record Ended(int code, String said) {}

  private static Ended publish(String lake) {
    CommandLineTrial trial = new CommandLineTrial(folder, new SharedEngineJobs());
    trial.environment.putAll(
        Map.of("STORE_ACCESS", s3a("access.key"), "STORE_SECRET", s3a("secret.key")));
    int code =
        trial.run(
            "publish",
            "--verbose",
            "--config=" + configuration(lake),
            "--from=" + SmallFleet.FIRST,
            "--to=" + SmallFleet.DATES.get(1));
    return new Ended(code, trial.err.toString());
  }

  private static Path configuration(String lake) {
    try {
      if (!Files.exists(folder.resolve("pseudonym.key"))) {
        TestKeys.write(folder);
      }
      StringBuilder yaml =
          new StringBuilder(
              """
              raw: %1$s/raw
              registry: %1$s/registry
              lake: %2$s
              keys:
                pseudonym: {id: p, secret: "file:pseudonym.key"}
                signing: {id: s, secret: "file:signing.pem"}
              spark:
              """
                  .formatted(SERVER.location(), lake));
      s3Settings()
          .forEach((name, value) -> yaml.append("  spark.hadoop.%s: %s\n".formatted(name, value)));
      String secrets =
          yaml.toString()
              .replace(s3a("access.key"), "env:STORE_ACCESS")
              .replace(s3a("secret.key"), "env:STORE_SECRET");
      return Files.writeString(folder.resolve("glovebox.yaml"), secrets);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String s3a(String name) {
    return SERVER.hadoopSettings().get("fs.s3a." + name);
  }

  /** Of this bucket alone, since the session is shared: the store behind the bad network. */
  private static Map<String, String> s3Settings() {
    String bucket = "fs.s3a.bucket." + SERVER.location().substring("s3a://".length()) + ".";
    Map<String, String> settings = new TreeMap<>();
    SERVER
        .hadoopSettings()
        .forEach((name, value) -> settings.put(name.replace("fs.s3a.", bucket), value));
    RETRIES.forEach((name, value) -> settings.put(bucket + name, value));
    settings.put(bucket + "endpoint", network.endpoint().toString());
    return settings;
  }
}
