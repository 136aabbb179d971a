package dev.glovebox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;

/** Tells apart, of one failure without its causes, what stores and tables fail with. */
public final class StoreFailures {

  /** In what the S3 client says, before the status that the store answered with. */
  private static final String STATUS = "Status Code: ";

  /** As the system says it: of a disk, of a user's quota, of the longest file that is allowed. */
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  private static final String STORE_CONNECTOR = "org.apache.hadoop.fs.s3a.";
  private static final String STORE_CLIENT = "software.amazon.awssdk.";

  private StoreFailures() {}

  /** Another writer was there first. */
  public static boolean isConflict(Throwable failure) {
    boolean commitTaken =
        failure instanceof FileAlreadyExistsException && message(failure).contains("_delta_log");
    return failure instanceof DeltaConcurrentModificationException
        || failure instanceof LeaseException
        || commitTaken;
  }

  /** No file system here reads a location of this scheme. */
  public static boolean isUnknownScheme(Throwable failure) {
    return failure instanceof UnsupportedFileSystemException;
  }

  /** A store or a disk did not do what it was asked; another try may succeed. */
  public static boolean isStorage(Throwable failure) {
    boolean aboutText =
        failure instanceof JsonProcessingException || failure instanceof CharacterCodingException;
    return (failure instanceof IOException && !aboutText)
        || failure.getClass().getName().startsWith(STORE_CLIENT)
        || isFull(failure)
        || isThrownByStore(failure);
  }

  /** The S3 connector takes an answer that was cut off in its head for one that lacks headers. */
  private static boolean isThrownByStore(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure instanceof NullPointerException
        && trace.length > 0
        && trace[0].getClassName().startsWith(STORE_CONNECTOR);
  }

  /** There is no room to write; another try succeeds only when somebody has made some. */
  public static boolean isFull(Throwable failure) {
    return FULL.stream().anyMatch(message(failure)::contains);
  }

  /** Of several conditional writes at once none has won yet: each may be tried again. */
  static boolean isUndecided(Throwable failure) {
    return message(failure).contains(STATUS + "409");
  }

  /** The store does not take conditions, or finds one broken where nothing is. */
  static boolean isRefusedCondition(Throwable failure) {
    return Stream.of("400", "412", "501").anyMatch(it -> message(failure).contains(STATUS + it));
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
