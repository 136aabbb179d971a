package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.S3ProxyServer;
import dev.glovebox.config.Location;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class WriterLeaseTest {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.onDirectory();

  private static final Duration SHORT = Duration.ofSeconds(5);

  private Location lake;
  private Configuration hadoop;
  private FileSystem files;

  @BeforeEach
  void nameLake(TestInfo test) throws IOException {
    String bucket = SERVER.location().substring("s3a://".length());
    lake = new Location("s3a", bucket, "/" + test.getTestMethod().orElseThrow().getName());
    hadoop = SERVER.hadoop(SERVER.endpoint());
    files = FileSystem.newInstance(new Path(lake.text()).toUri(), hadoop);
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  @Test
  void letsOneRunWriteAtATime() throws IOException {
    try (WriterLease first = WriterLease.take(lake, hadoop)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> WriterLease.take(lake, hadoop))
          .isInstanceOf(LeaseException.class)
          .matches(StoreFailures::isConflict)
          .hasMessageStartingWith("Another run has the lease of the lake, renewed at ")
          .hasMessageContaining("run this again when that one has ended")
          .hasMessageContaining("within 10 minutes");
      assertThat(claims()).as("the refused one withdrew").hasSize(1);
    }
    assertThat(claims()).isEmpty();
    WriterLease.take(lake, hadoop).close();
  }

  @Test
  void endsWhatACrashLeft() throws Exception {
    Path left = new Path(folder(), "left-by-a-crash");
    files.create(left).close();
    assertThatThrownBy(() -> WriterLease.take(lake, hadoop, SHORT))
        .isInstanceOf(LeaseException.class);

    try (WriterLease taken = untilTaken()) {
      assertThat(taken).isNotNull();
      assertThat(claims()).hasSize(1).doesNotContain(left.getName());
    }
  }

  @Test
  void isRenewed() throws Exception {
    try (WriterLease lease = WriterLease.take(lake, hadoop, SHORT)) {
      assertThat(lease).isNotNull();
      long first = status().getModificationTime();
      while (status().getModificationTime() <= first + SHORT.toMillis()) {
        Thread.sleep(200);
      }
      commit();
      assertThatThrownBy(() -> WriterLease.take(lake, hadoop, SHORT))
          .isInstanceOf(LeaseException.class);
    }
  }

  @Test
  void neverLetsTwoOfManyHaveIt() throws Exception {
    int runs = 6;
    for (int round = 0; round < 5; round++) {
      List<WriterLease> taken = takenAtOnce(runs);

      assertThat(taken).as("in round %d", round).hasSizeLessThanOrEqualTo(1);
      taken.forEach(WriterLease::close);
      assertThat(claims()).isEmpty();
    }
  }

  @Test
  void refusesCommitsWithoutALease() {
    assertThatThrownBy(this::commit)
        .isInstanceOf(LeaseException.class)
        .hasMessage("A commit was refused: this run holds no lease of its lake.");
  }

  @Test
  void refusesCommitsOfAnotherLakeThanItsOwn() throws IOException {
    Location beside = new Location("s3a", lake.authority(), lake.path() + "-beside");
    try (WriterLease other = WriterLease.take(beside, hadoop)) {
      assertThat(other).isNotNull();
      assertThatThrownBy(this::commit).isInstanceOf(LeaseException.class);
    }
  }

  @Test
  void refusesCommitsAfterALeaseThatAnotherRunEnded() throws IOException {
    WriterLease lease = WriterLease.take(lake, hadoop);
    commit();
    files.delete(status().getPath(), false);

    assertThatThrownBy(this::commit)
        .isInstanceOf(LeaseException.class)
        .hasMessageContaining("has ended before the run did");
    lease.close();
  }

  @Test
  void refusesCommitsOnceItIsGivenBack() throws IOException {
    WriterLease.take(lake, hadoop).close();

    assertThatThrownBy(this::commit).isInstanceOf(LeaseException.class);
  }

  private void commit() throws IOException {
    Path version = new Path(lake.text() + "/telemetry/_delta_log/0.json");
    new LeasedLogStore(hadoop).write(version, List.of("{}").iterator(), true, hadoop);
  }

  /** A crash's claim is over some time after its term: it is waited for, and not timed. */
  private WriterLease untilTaken() throws Exception {
    while (true) {
      try {
        return WriterLease.take(lake, hadoop, SHORT);
      } catch (LeaseException notYet) {
        Thread.sleep(500);
      }
    }
  }

  private List<WriterLease> takenAtOnce(int runs) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runs);
    Callable<Optional<WriterLease>> run =
        () -> {
          start.await();
          try {
            return Optional.of(WriterLease.take(lake, hadoop));
          } catch (LeaseException held) {
            return Optional.empty();
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(runs);
    List<WriterLease> taken = new ArrayList<>();
    for (Future<Optional<WriterLease>> result :
        threads.invokeAll(java.util.Collections.nCopies(runs, run))) {
      result.get().ifPresent(taken::add);
    }
    threads.shutdown();
    return taken;
  }

  private FileStatus status() throws IOException {
    return files.listStatus(folder())[0];
  }

  private List<String> claims() throws IOException {
    return files.exists(folder())
        ? Arrays.stream(files.listStatus(folder())).map(it -> it.getPath().getName()).toList()
        : List.of();
  }

  private Path folder() {
    return new Path(lake.text() + "/_leases");
  }
}
