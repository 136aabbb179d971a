package dev.glovebox.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Asks a store whether it keeps the condition of a conditional write. Leaves nothing behind. */
final class ConditionProbe {

  static final int WRITERS = 8;
  static final int ROUNDS = 3;

  private final FileSystem files;
  private final Path folder;

  ConditionProbe(FileSystem files, Path folder) {
    this.files = files;
    this.folder = folder;
  }

  /**
   * Creates one object twice.
   *
   * @return what the store did wrong; empty if it kept the condition
   * @throws IOException if it failed otherwise
   */
  Optional<String> twice() throws IOException {
    Path object = object();
    return ConditionalWrite.isKnown(files, object)
        ? twice(object, ConditionalWrite.of(files, object))
        : Optional.of("its client here sends no conditions (fs.s3a.create.conditional.enabled)");
  }

  /** As {@link #twice}, of an object that goes up in parts, as large ones do. */
  Optional<String> twiceInParts() throws IOException {
    Path object = object();
    return twice(object, ConditionalWrite.inParts(files, object));
  }

  private Optional<String> twice(Path object, ConditionalWrite write) throws IOException {
    try {
      boolean first = creates(write, "first");
      boolean second = creates(write, "second");
      return first && !second
          ? Optional.empty()
          : Optional.of("it replaced an object that was to be created only where none was");
    } catch (IOException failed) {
      if (StoreFailures.isRefusedCondition(failed)) {
        return Optional.of("it refuses conditional writes (" + Redaction.line(failed) + ")");
      }
      throw failed;
    } finally {
      files.delete(object, false);
    }
  }

  /**
   * As {@link #twice}, and lets several writers create one object at once, a few times: a store may
   * keep the condition for one writer after the other and not for two at once.
   */
  Optional<String> race() throws IOException {
    Optional<String> refusal = twice();
    for (int round = 0; refusal.isEmpty() && round < ROUNDS; round++) {
      int creators = raceOnce();
      if (creators != 1) {
        refusal =
            Optional.of(
                "of "
                    + WRITERS
                    + " writers of one object at once, it let "
                    + creators
                    + " create it");
      }
    }
    return refusal;
  }

  private int raceOnce() throws IOException {
    Path object = object();
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String content = "writer " + writer;
      writers.add(
          () -> {
            start.await();
            return creates(ConditionalWrite.of(files, object), content);
          });
    }
    try {
      return (int) together(writers).stream().filter(Boolean::booleanValue).count();
    } finally {
      files.delete(object, false);
    }
  }

  private static List<Boolean> together(List<Callable<Boolean>> writers) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(writers.size());
    try {
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> result : threads.invokeAll(writers)) {
        results.add(result.get());
      }
      return results;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("The probe of the store was stopped.", stopped);
    } catch (ExecutionException failed) {
      throw new IOException("The probe of the store failed.", failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean creates(ConditionalWrite write, String content) throws IOException {
    try {
      write.create(content.getBytes(StandardCharsets.US_ASCII));
      return true;
    } catch (FileAlreadyExistsException there) {
      return false;
    }
  }

  private Path object() {
    return new Path(folder, ".glovebox-probe-" + UUID.randomUUID());
  }
}
