package dev.glovebox.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.S3Between;
import dev.glovebox.S3ProxyServer;
import dev.glovebox.Treatments;
import dev.glovebox.config.ConfigException;
import io.delta.storage.CloseableIterator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ConditionalLogStoreTest {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.onDirectory();

  @RegisterExtension static final S3ProxyServer UNSIGNED = S3ProxyServer.withoutAuthorization();

  private Path log;
  private Configuration hadoop;

  @BeforeEach
  void makeLog(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName();
    log = new Path(SERVER.location() + "/" + name + "/_delta_log");
    hadoop = SERVER.hadoop(SERVER.endpoint());
  }

  @Test
  void readsBackWhatItWroteInLines() throws IOException {
    write(version(7), "{\"add\":1}", "{\"名\":2}");

    assertThat(read(version(7))).containsExactly("{\"add\":1}", "{\"名\":2}");
  }

  @Test
  void keepsTheFirstOfTwoCommits() throws IOException {
    write(version(0), "first");

    assertThatThrownBy(() -> write(version(0), "second"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("_delta_log/00000000000000000000.json")
        .matches(StoreFailures::isConflict);
    assertThat(read(version(0))).containsExactly("first");
  }

  @Test
  void replacesWhereDeltaAsksForIt() throws IOException {
    Path pointer = new Path(log, "_last_checkpoint");
    store().write(pointer, lines("1"), true, hadoop);
    store().write(pointer, lines("2"), true, hadoop);

    assertThat(read(pointer)).containsExactly("2");
  }

  @Test
  void listsInOrderFromAVersionOn() throws IOException {
    for (int version : List.of(2, 0, 1, 3)) {
      write(version(version), "commit " + version);
    }
    List<String> names = new ArrayList<>();
    store()
        .listFrom(version(1), hadoop)
        .forEachRemaining(status -> names.add(status.getPath().getName()));

    assertThat(names)
        .containsExactly(version(1).getName(), version(2).getName(), version(3).getName());
    assertThat(store().isPartialWriteVisible(log, hadoop)).isFalse();
  }

  /** The client sends the request again, and the store refuses it for the sake of the first. */
  @Test
  void knowsItsOwnCommitWhenTheAnswerWasLost() throws IOException {
    try (S3Between between = S3Between.of(SERVER, Treatments.losingTheFirstAnswer())) {
      hadoop.set("fs.s3a.endpoint", between.endpoint().toString());
      write(version(0), "mine");
      assertThat(read(version(0))).containsExactly("mine");

      assertThatThrownBy(() -> write(version(0), "another"))
          .isInstanceOf(FileAlreadyExistsException.class);
    }
  }

  @Test
  void triesAgainWhereNoWriterHasWon() throws IOException {
    try (S3Between between = S3Between.of(SERVER, Treatments.undecidedAtFirst())) {
      hadoop.set("fs.s3a.endpoint", between.endpoint().toString());
      write(version(0), "mine");

      assertThat(read(version(0))).containsExactly("mine");
    }
  }

  @Test
  void failsWhereTheStoreRefusesConditions() throws IOException {
    try (S3Between between = S3Between.of(SERVER, Treatments.refusingConditions())) {
      hadoop.set("fs.s3a.endpoint", between.endpoint().toString());

      assertThatThrownBy(() -> write(version(0), "mine"))
          .isInstanceOf(IOException.class)
          .isNotInstanceOf(FileAlreadyExistsException.class)
          .hasMessageContaining("501");
      assertThatThrownBy(() -> read(version(0))).isInstanceOf(IOException.class);
    }
  }

  @Test
  void writesNothingWhereConditionsAreUnknown(@TempDir java.nio.file.Path folder) {
    Path object = new Path("file:" + folder.resolve("0.json"));

    assertThatThrownBy(() -> store().write(object, lines("mine"), false, new Configuration()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fs.option.create.conditional.overwrite");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsTheFirstOfTwoCommitsThatGoUpInParts() throws IOException {
    hadoop.set("fs.s3a.multipart.size", "5M");
    String large = "x".repeat(6 << 20);
    write(version(0), large);

    assertThatThrownBy(() -> write(version(0), large + "y"))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(read(version(0))).containsExactly(large);
  }

  @Test
  void refusesALargeCommitWhereConditionsHoldForSmallOnesOnly() throws IOException {
    try (S3Between between = S3Between.of(UNSIGNED, Treatments.ignoringConditionsOfParts())) {
      UNSIGNED.hadoopSettings(between.endpoint()).forEach(hadoop::set);
      hadoop.set("fs.s3a.multipart.size", "5M");
      log = new Path(UNSIGNED.location() + "/large/_delta_log");
      write(version(0), "small");

      assertThatThrownBy(() -> write(version(1), "x".repeat(6 << 20)))
          .isInstanceOf(ConfigException.class)
          .hasMessageContaining("goes up in parts")
          .hasMessageContaining("spark.hadoop.fs.s3a.multipart.size");
      assertThatThrownBy(() -> read(version(1))).isInstanceOf(IOException.class);
    }
  }

  /**
   * Each writer takes the next version that it can get, as Delta does, with a client of its own.
   */
  @Test
  void losesNothingOfSeveralWriters() throws Exception {
    int writers = 4;
    int commits = 25;
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      String name = "writer " + writer;
      tasks.add(() -> commitInTurn(name, commits));
    }
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    for (Future<Void> task : threads.invokeAll(tasks)) {
      task.get();
    }
    threads.shutdown();

    List<String> found = new ArrayList<>();
    for (int version = 0; version < writers * commits; version++) {
      found.addAll(read(version(version)));
    }
    assertThat(found).hasSize(writers * commits).doesNotHaveDuplicates();
    assertThatThrownBy(() -> read(version(writers * commits))).isInstanceOf(IOException.class);
  }

  private Void commitInTurn(String name, int commits) throws IOException {
    try (FileSystem files = FileSystem.newInstance(log.toUri(), hadoop)) {
      int version = 0;
      for (int commit = 0; commit < commits; commit++) {
        byte[] content = (name + ", commit " + commit + "\n").getBytes(UTF_8);
        while (!creates(files, version, content)) {
          version++;
        }
      }
      return null;
    }
  }

  private boolean creates(FileSystem files, int version, byte[] content) throws IOException {
    try {
      ConditionalWrite.of(files, version(version)).create(content);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private void write(Path path, String... lines) throws IOException {
    store().write(path, lines(lines), false, hadoop);
  }

  private List<String> read(Path path) throws IOException {
    List<String> lines = new ArrayList<>();
    try (CloseableIterator<String> reading = store().read(path, hadoop)) {
      reading.forEachRemaining(lines::add);
    }
    return lines;
  }

  private ConditionalLogStore store() {
    return new ConditionalLogStore(hadoop);
  }

  private Path version(int version) {
    return new Path(log, "%020d.json".formatted(version));
  }

  private static Iterator<String> lines(String... lines) {
    return List.of(lines).iterator();
  }
}
