package dev.glovebox.store;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Creates an object only where none is; the store decides, on one request with {@code
 * If-None-Match: *}.
 *
 * <p>Contents must be told apart: of two writers with equal bytes both would believe to be the
 * creator. Delta's commits are, by the transaction's id in each.
 */
final class ConditionalWrite {

  private static final int TRIES = 4;
  private static final int PAUSE_MILLIS = 200;

  private static final String IN_PARTS = "fs.s3a.create.multipart";

  private final FileSystem files;
  private final Path object;
  private final Set<String> options;

  private ConditionalWrite(FileSystem files, Path object, Set<String> options) {
    this.files = files;
    this.object = object;
    this.options = options;
  }

  /** As the client sees fit: what is larger than its parts goes up in several. */
  static ConditionalWrite of(FileSystem files, Path object) {
    return new ConditionalWrite(files, object, Set.of(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE));
  }

  /** In parts, however small; the condition is on their completion. */
  static ConditionalWrite inParts(FileSystem files, Path object) {
    return new ConditionalWrite(
        files, object, Set.of(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, IN_PARTS));
  }

  /** Whether the client of this store knows conditions, and was not told to leave them out. */
  static boolean isKnown(FileSystem files, Path object) throws IOException {
    return files.hasPathCapability(object, FS_OPTION_CREATE_CONDITIONAL_OVERWRITE);
  }

  /**
   * Creates the object.
   *
   * @throws FileAlreadyExistsException if another one is there
   * @throws IOException if the store failed; the object may yet appear, if nobody can tell
   */
  void create(byte[] content) throws IOException {
    int attempt = 1;
    while (!created(content, attempt)) {
      pause(attempt);
      attempt++;
    }
  }

  /** False to try again: writes at once may leave none of them the creator. */
  private boolean created(byte[] content, int attempt) throws IOException {
    try {
      put(content);
      return true;
    } catch (IOException refused) {
      if (isStopped(refused)) {
        throw refused;
      }
      Optional<byte[]> there = contentAfter(refused, content.length);
      if (there.isEmpty() && attempt < TRIES && StoreFailures.isUndecided(refused)) {
        return false;
      }
      return isOurs(there.orElseThrow(() -> refused), content);
    }
  }

  /** The store's client tells of a time-out as of an interruption; only the latter is meant. */
  private static boolean isStopped(IOException failure) {
    return Thread.currentThread().isInterrupted()
        || failure instanceof ClosedByInterruptException
        || failure.getClass().equals(InterruptedIOException.class);
  }

  private void put(byte[] content) throws IOException {
    FSDataOutputStreamBuilder<?, ?> builder = files.createFile(object);
    options.forEach(option -> builder.must(option, true));
    FSDataOutputStream stream = builder.build();
    try {
      stream.write(content);
    } catch (IOException | RuntimeException failed) {
      stream.abort(); // Closing it would create the object with what was buffered.
      throw failed;
    }
    stream.close();
  }

  /**
   * What is there after a refusal. A request whose answer was lost is sent again by the client, and
   * is refused for the sake of the first: only the content tells.
   */
  private Optional<byte[]> contentAfter(IOException refused, int length) throws IOException {
    try (InputStream stream = files.open(object)) {
      return Optional.of(stream.readNBytes(length + 1));
    } catch (FileNotFoundException absent) {
      return Optional.empty();
    } catch (IOException unreadable) {
      refused.addSuppressed(unreadable);
      throw refused;
    }
  }

  private static void pause(int attempt) throws InterruptedIOException {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * attempt));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("A commit was stopped while it waited for its next try.");
    }
  }

  private boolean isOurs(byte[] there, byte[] content) throws FileAlreadyExistsException {
    if (!Arrays.equals(there, content)) {
      throw new FileAlreadyExistsException(object.toString());
    }
    return true;
  }
}
